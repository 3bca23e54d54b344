import { describe, expect, it } from 'vitest';
import { nextAttempt } from './next-attempt';

const queuedAt = new Date('2026-11-23T09:00:00Z');
const after = (minutes: number) => new Date(queuedAt.getTime() + minutes * 60_000);

describe('nextAttempt', () => {
  it.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [5, 180],
    [6, 180],
    [20, 180],
  ])('after %i failed attempts waits %i minutes', (attempts, minutes) => {
    expect(nextAttempt(attempts, queuedAt, after(10))).toEqual(after(10 + minutes));
  });
  it('tries a last time 72 hours after it was queued', () => {
    expect(nextAttempt(20, queuedAt, after(71 * 60))).toEqual(after(72 * 60));
  });
  it('gives up then', () => {
    expect(nextAttempt(21, queuedAt, after(72 * 60))).toBeNull();
    expect(nextAttempt(2, queuedAt, after(100 * 60))).toBeNull();
  });
  it('from the first attempt to the last, tries about thirty times', () => {
    let now = queuedAt;
    let attempts = 1;
    for (let next = nextAttempt(attempts, queuedAt, now); next; next = nextAttempt(attempts, queuedAt, now)) {
      now = next;
      attempts += 1;
    }
    expect(now).toEqual(after(72 * 60));
    expect(attempts).toBeGreaterThan(25);
    expect(attempts).toBeLessThan(32);
  });
});
