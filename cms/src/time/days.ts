import { Temporal } from 'temporal-polyfill';

/*
 * Calendar days, written like `2026-06-13`, and the instants at which they begin and end in a time zone (an IANA name).
 * Instants are ISO 8601 in UTC.
 */

const iso = (instant: Temporal.Instant): string => new Date(instant.epochMilliseconds).toISOString();

/** Returns the local day of an instant. */
export const dayAt = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Returns the day `days` days later, or earlier if negative. */
export const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** Returns the Monday of the week that a day is in. */
export const mondayOf = (day: string): string => {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
};

/** Returns the same day of the next month, or the last of that month if it has no such day. */
export const monthAfter = (day: string): string => Temporal.PlainDate.from(day).add({ months: 1 }).toString();

/** Returns the number of days from the first day to the second. */
export const daysBetween = (first: string, second: string): number => Temporal.PlainDate.from(first).until(second).days;

/** Returns the instant at which a local day begins. */
export const startOfDay = (day: string, timeZone: string): string =>
  iso(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant());

/** Returns the instant at which a local day ends, which is the start of the next. */
export const endOfDay = (day: string, timeZone: string): string => startOfDay(dayAfter(day, 1), timeZone);
