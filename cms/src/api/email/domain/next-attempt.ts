const minute = 60_000;
const hour = 60 * minute;

/** How long to wait after the first, second … failed attempt; the last one again and again. */
const waits = [1 * minute, 5 * minute, 15 * minute, 1 * hour, 3 * hour];
const triedFor = 72 * hour;

/**
 * When to try an email again that `attempts` attempts could not deliver, or null when it is to be given up on: 72 hours
 * after it was queued, with a last attempt at that very moment.
 */
export const nextAttempt = (attempts: number, queuedAt: Date, now: Date): Date | null => {
  const end = queuedAt.getTime() + triedFor;
  if (now.getTime() >= end) return null;
  const wait = waits[Math.min(Math.max(attempts, 1), waits.length) - 1] ?? hour;
  return new Date(Math.min(now.getTime() + wait, end));
};
