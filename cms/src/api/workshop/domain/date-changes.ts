import { dayWords, type Session } from 'shared';
import { Temporal } from 'temporal-polyfill';
import { pastSessionErrors } from '#src/api/workshop/typed-dates';
import type { FieldError } from '#src/documents/check-before-publishing';
import { dayAt } from '#src/time/days';
import type { Announced } from './announced';

/** Further ahead than this, a day is more likely a mistyped year than a plan. */
const maxYearsAhead = 2;

interface NewDates {
  sessions: readonly Session[];
  timeZone: string;
  /** The last day, which the counsellor has entered once more because it is far ahead. */
  confirmedDay: string | null;
}

const farthest = (now: Date, timeZone: string): string =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).add({ years: maxYearsAhead })
      .epochMilliseconds,
  ).toISOString();

/** Returns whether only the times of a session that has already begun are corrected. */
const isCorrection = (before: Announced, { starts }: Session, timeZone: string, at: string): boolean =>
  before.sessions.some(
    (earlier) => earlier.starts <= at && dayAt(earlier.starts, timeZone) === dayAt(starts, timeZone),
  );

/**
 * Returns what keeps new dates from being announced to people who are on the list: they can't be in the past, and a day
 * that is more than two years away has to be entered twice. Sessions that start when they were announced to are not
 * looked at.
 */
export const dateChangeErrors = (before: Announced, dates: NewDates, now: Date): FieldError[] => {
  const { sessions, timeZone, confirmedDay } = dates;
  const at = now.toISOString();
  const changed = sessions.flatMap((session, index) =>
    before.sessions.some(({ starts }) => starts === session.starts) ? [] : [{ session, index }],
  );
  const past = changed
    .filter(({ session }) => session.starts <= at && !isCorrection(before, session, timeZone, at))
    .map(({ session, index }) => ({
      field: `sessions.${index}.day`,
      message: `People are registered for this workshop, so it can’t be moved to ${dayWords(session.starts, timeZone)}, which has passed. Check the day and the year. If the workshop won’t take place, cancel it instead.`,
    }));
  const limit = farthest(now, timeZone);
  const far = changed.findLast(({ session }) => session.starts > limit)?.session;
  if (past.length > 0 || far === undefined || confirmedDay === dayAt(far.starts, timeZone)) return past;
  return [
    {
      field: 'confirmedDay',
      message: `People are registered for this workshop, and ${dayWords(far.starts, timeZone)} is more than two years away. Check the year. If it is right, enter that day in “Day, once more” as well, and publish again.`,
    },
  ];
};

/**
 * Returns the sessions on days that have passed and that were never announced.
 * @param before null: the workshop has not been published yet
 */
export const passedDayErrors = (
  before: Announced | null,
  { sessions, timeZone }: Pick<NewDates, 'sessions' | 'timeZone'>,
  now: Date,
): FieldError[] =>
  pastSessionErrors(
    sessions.map(({ starts }) => ({ day: dayAt(starts, timeZone) })),
    before?.sessions.map(({ starts }) => dayAt(starts, before.timeZone)) ?? [],
    dayAt(now.toISOString(), timeZone),
  );
