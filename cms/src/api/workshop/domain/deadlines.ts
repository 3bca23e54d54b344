import { dayAfter, dayAt } from './times';

const hour = 3_600_000;

/** How long a pending seat is reserved, and an offer stands at most, in milliseconds. */
const pendingMs = 24 * hour;
const offeredMs = 48 * hour;

/** When a pending registration expires: never after the start of the workshop. */
export const pendingUntil = (now: Date, starts: Date): Date =>
  new Date(Math.min(now.getTime() + pendingMs, starts.getTime()));

/**
 * When an offer expires: after 48 hours, or half of the time left if that is shorter. Null once the workshop has begun.
 */
export const offeredUntil = (now: Date, starts: Date): Date | null => {
  const left = starts.getTime() - now.getTime();
  return left <= 0 ? null : new Date(now.getTime() + Math.min(offeredMs, Math.floor(left / 2)));
};

const day = 24 * hour;

type ReminderKind = 'weekReminder' | 'dayReminder';

/** A reminder that is due; `session` counts from 0, `until` is when it expires. */
interface DueReminder {
  kind: ReminderKind;
  session: number;
  until: Date;
}

/**
 * Which reminders are due at `now`: a week before the first session, and a day before each. A participant who was
 * confirmed shortly before gets none: that email has just said the same.
 *
 * @param starts of the sessions, in order
 */
export const dueReminders = (starts: readonly Date[], placeGiven: Date, now: Date): DueReminder[] =>
  starts.flatMap((start, session): DueReminder[] => {
    const left = start.getTime() - now.getTime();
    const hadFor = (ahead: number): boolean => start.getTime() - placeGiven.getTime() > ahead + day / 2;
    if (left > 0 && left <= day) return hadFor(day) ? [{ kind: 'dayReminder', session, until: start }] : [];
    if (session === 0 && left > 2 * day && left <= 7 * day)
      return hadFor(7 * day) ? [{ kind: 'weekReminder', session, until: new Date(start.getTime() - 2 * day) }] : [];
    return [];
  });

/** The day, in its zone, on which everything of a workshop's participants is deleted. */
export const deletionDay = (ends: string, timeZone: string, keepDays: number): string =>
  dayAfter(dayAt(ends, timeZone), keepDays);
