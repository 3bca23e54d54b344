const hour = 3_600_000;

/** How long an unconfirmed place is held, and an offer at most: milliseconds. */
const held = 24 * hour;
const offered = 48 * hour;

/** Until when a place (or a place on the waitlist) is held that nobody has confirmed; not beyond the beginning. */
export const pendingUntil = (now: Date, starts: Date): Date =>
  new Date(Math.min(now.getTime() + held, starts.getTime()));

/** Until when a place is offered: 48 hours, or half of the time that is left if that is shorter. Null when it has begun. */
export const offeredUntil = (now: Date, starts: Date): Date | null => {
  const left = starts.getTime() - now.getTime();
  return left <= 0 ? null : new Date(now.getTime() + Math.min(offered, Math.floor(left / 2)));
};
