import { dayAfter, dayAt } from './times';

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

const day = 24 * hour;

type ReminderKind = 'reminder-week' | 'reminder-day';

/** An email that is due now; `session` counts from 0, `until` is when it makes no sense any more. */
interface DueReminder {
  kind: ReminderKind;
  session: number;
  until: Date;
}

/**
 * Which reminders are due at `now`: a week before the first session, and a day before each. Not for who got a place, with a
 * email that says it all, shortly before: a reminder of what one has just done is noise.
 *
 * @param starts of the sessions, in order
 */
export const dueReminders = (starts: readonly Date[], placeGiven: Date, now: Date): DueReminder[] =>
  starts.flatMap((start, session): DueReminder[] => {
    const left = start.getTime() - now.getTime();
    const hadFor = (ahead: number): boolean => start.getTime() - placeGiven.getTime() > ahead + day / 2;
    if (left > 0 && left <= day) return hadFor(day) ? [{ kind: 'reminder-day', session, until: start }] : [];
    if (session === 0 && left > 2 * day && left <= 7 * day)
      return hadFor(7 * day) ? [{ kind: 'reminder-week', session, until: new Date(start.getTime() - 2 * day) }] : [];
    return [];
  });

/** The day, in its zone, on which everything of a workshop's participants is deleted. */
export const deletionDay = (ends: string, timeZone: string, keepDays: number): string =>
  dayAfter(dayAt(ends, timeZone), keepDays);
