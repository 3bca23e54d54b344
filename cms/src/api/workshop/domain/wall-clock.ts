import { Temporal } from 'temporal-polyfill';

/** The clock on the wall somewhere: a day (`2026-06-13`) and a time (`10:00`, or as the database has it `10:00:00.000`). */
export interface WallClock {
  day: string;
  time: string;
}

const iso = (instant: Temporal.Instant): string => new Date(instant.epochMilliseconds).toISOString();

/**
 * The instant at which the clocks of a zone (IANA) show that, as ISO 8601 in UTC. A time that comes twice, when the clocks go
 * back, is its first one (as in RFC 5545 3.3.5); null for one that they skip when they go forward.
 */
export const instantAt = ({ day, time }: WallClock, timeZone: string): string | null => {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  const there = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return there.toPlainDateTime().equals(wall) ? iso(there.toInstant()) : null;
};

/** The day that the calendars of a zone show at an instant. */
export const dayAt = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** A day so many days later, or earlier. */
export const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** How many days the second lies after the first. */
export const daysBetween = (first: string, second: string): number => Temporal.PlainDate.from(first).until(second).days;

/** The instant with which a day ends in a zone: the first one of the next. */
export const endOfDay = (day: string, timeZone: string): string =>
  iso(Temporal.PlainDate.from(dayAfter(day, 1)).toZonedDateTime(timeZone).toInstant());

/** The instant with which a day begins in a zone. */
export const startOfDay = (day: string, timeZone: string): string =>
  iso(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant());
