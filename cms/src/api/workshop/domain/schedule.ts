import { registrationHours, type WorkshopState } from 'shared';
import { dayAfter, dayAt } from '#src/time/days';
import { type Fullness, isFull } from './fullness';
import { type WorkshopTimes } from './times';

/** Returns the state of a workshop at `now`. */
export const stateOf = (times: WorkshopTimes, fullness: Fullness, isCancelled: boolean, now: Date): WorkshopState => {
  const at = now.toISOString();
  if (isCancelled) return 'cancelled';
  if (at >= times.ends) return 'past';
  if (at >= times.starts) return 'under way';
  if (at >= times.closes) return 'closed';
  if (times.opens !== null && at < times.opens) return 'not yet open';
  return isFull(fullness) ? 'full' : 'open';
};

/** Returns when the clock alone next changes the state; null when it never will. */
export const changesAt = ({ opens, closes, starts, ends }: WorkshopTimes, now: Date): string | null => {
  const at = now.toISOString();
  return (
    [opens, closes, starts, ends].filter((moment): moment is string => moment !== null && moment > at).sort()[0] ?? null
  );
};

/** Durations in milliseconds. */
const hour = 3_600_000;
const day = 24 * hour;
const pendingMs = registrationHours.pending * hour;
const maxOfferMs = registrationHours.offer * hour;

/** Returns when a pending registration expires: after 24 hours, or at the start of the workshop. */
export const pendingUntil = (now: Date, starts: Date): Date =>
  new Date(Math.min(now.getTime() + pendingMs, starts.getTime()));

/**
 * Returns when an offer expires: after 48 hours, or half of the time left if that is shorter. Null once the workshop
 * has begun.
 */
export const offeredUntil = (now: Date, starts: Date): Date | null => {
  const left = starts.getTime() - now.getTime();
  return left <= 0 ? null : new Date(now.getTime() + Math.min(maxOfferMs, Math.floor(left / 2)));
};

/** How long before the first session the first reminder is due, in milliseconds. */
export const earliestReminderMs = 7 * day;

interface DueReminder {
  kind: 'weekReminder' | 'dayReminder';
  /** The index of the session. */
  session: number;
  /** When the reminder is no longer of use. */
  until: Date;
}

/**
 * Returns the reminders that are due at `now`: a week before the first session, and a day before each. A participant
 * who got the seat less than half a day before a reminder would be due gets none, because the confirmation has just said
 * the same.
 * @param starts the starts of the sessions, in order
 */
export const dueReminders = (starts: readonly Date[], seatGivenAt: Date, now: Date): DueReminder[] =>
  starts.flatMap((start, session): DueReminder[] => {
    const left = start.getTime() - now.getTime();
    const hadSeatBefore = (ahead: number): boolean => start.getTime() - seatGivenAt.getTime() > ahead + day / 2;
    if (left > 0 && left <= day) return hadSeatBefore(day) ? [{ kind: 'dayReminder', session, until: start }] : [];
    if (session === 0 && left > 2 * day && left <= earliestReminderMs)
      return hadSeatBefore(earliestReminderMs)
        ? [{ kind: 'weekReminder', session, until: new Date(start.getTime() - 2 * day) }]
        : [];
    return [];
  });

/** Returns the day, in the workshop's time zone, on which the data of its participants are deleted. */
export const deletionDay = (ends: string, timeZone: string, keepDays: number): string =>
  dayAfter(dayAt(ends, timeZone), keepDays);
