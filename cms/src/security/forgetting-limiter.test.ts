import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createForgettingLimiter } from './forgetting-limiter';

const windowMs = 5 * 60_000;

describe('a limiter that forgets', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('stores no key for longer than two windows, although nothing more is counted', () => {
    const limiter = createForgettingLimiter({ limit: 10, windowMs, maxKeys: 100 });
    vi.advanceTimersByTime(1);
    limiter.consume('a', Date.now());
    expect(limiter.size).toBe(1);
    vi.advanceTimersByTime(2 * windowMs - 1);
    expect(limiter.size).toBe(0);
  });

  it('does not forget a key that is still counted', () => {
    const limiter = createForgettingLimiter({ limit: 1, windowMs, maxKeys: 100 });
    vi.advanceTimersByTime(1);
    limiter.consume('a', Date.now());
    vi.advanceTimersByTime(windowMs - 1);
    expect(limiter.consume('a', Date.now())).toBeGreaterThan(0);
  });
});
