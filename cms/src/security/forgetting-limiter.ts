import { FixedWindowLimiter, type WindowLimit } from 'shared';

/**
 * Returns a limiter that deletes what it no longer needs for counting, also when no more requests come: a key is stored
 * for two windows at most. Its timer does not keep the process running.
 */
export const createForgettingLimiter = (options: WindowLimit): FixedWindowLimiter => {
  const limiter = new FixedWindowLimiter(options);
  setInterval(() => limiter.deleteExpired(Date.now()), options.windowMs).unref();
  return limiter;
};
