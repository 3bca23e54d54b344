const hour = 3_600_000;
const day = 24 * hour;

type ReminderKind = 'reminder-week' | 'reminder-day';

/** An email that is due now; `session` counts from 0, `until` is when it makes no sense any more. */
export interface DueReminder {
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
