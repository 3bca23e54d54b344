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
    attempts.forget(60_000);
    expect(attempts.size).toBe(1);
  });
});
