import { describe, expect, it } from 'vitest';
import { Attempts } from './attempts.js';

const limits = { most: 3, window: 60_000, remembered: 2 };

describe('counting attempts', () => {
  it('lets three through and says how long the fourth must wait', () => {
    const attempts = new Attempts(limits);
    expect([1, 2, 3].map(() => attempts.take('a', 0))).toEqual([0, 0, 0]);
    expect(attempts.take('a', 30_000)).toBe(30);
  });

  it('begins again after the window', () => {
    const attempts = new Attempts(limits);
    for (let n = 0; n < 3; n += 1) attempts.take('a', 0);
    expect(attempts.take('a', 60_000)).toBe(0);
  });

  it('begins again a millisecond after the window, not before, with all attempts of a window', () => {
    const attempts = new Attempts(limits);
    for (let n = 0; n < 3; n += 1) attempts.take('a', 1_000);
    expect(attempts.take('a', 60_999)).toBe(1);
    expect([1, 2, 3].map(() => attempts.take('a', 61_000))).toEqual([0, 0, 0]);
    expect(attempts.take('a', 61_000)).toBe(60);
    expect(attempts.take('a', 120_000)).toBe(1);
  });

  it('does not lengthen the window by an attempt that was refused', () => {
    const attempts = new Attempts(limits);
    for (let n = 0; n < 3; n += 1) attempts.take('a', 0);
    for (let now = 10_000; now < 60_000; now += 10_000) attempts.take('a', now);
    expect(attempts.take('a', 60_000)).toBe(0);
  });

  it('gives back no attempt that was never taken', () => {
    const attempts = new Attempts(limits);
    attempts.giveBack('a');
    expect(attempts.size).toBe(0);
    attempts.take('a', 0);
    attempts.giveBack('a');
    attempts.giveBack('a');
    expect([1, 2, 3].map(() => attempts.take('a', 0))).toEqual([0, 0, 0]);
    expect(attempts.take('a', 0)).toBe(60);
  });

  it('does not count what was right', () => {
    const attempts = new Attempts(limits);
    for (let n = 0; n < 20; n += 1) {
      expect(attempts.take('a', 0)).toBe(0);
      attempts.giveBack('a');
    }
  });

  it('counts each address for itself and forgets the oldest', () => {
    const attempts = new Attempts(limits);
    for (let n = 0; n < 3; n += 1) attempts.take('a', 0);
    expect(attempts.take('b', 0)).toBe(0);
    expect(attempts.take('a', 0)).toBe(60);
    attempts.take('c', 0);
    expect(attempts.take('a', 0)).toBe(0);
  });

  it('forgets whose window is over', () => {
    const attempts = new Attempts(limits);
    attempts.take('a', 0);
    attempts.take('b', 1);
    attempts.forget(59_999);
    expect(attempts.size).toBe(2);
    attempts.forget(60_000);
    expect(attempts.size).toBe(1);
  });
});
