import { Temporal } from 'temporal-polyfill';
import { type Interval, lastFrom } from './intervals';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** A day of a time zone's calendar. `weekday` is 1 on Mondays and 7 on Sundays. */
export interface LocalDay extends Interval {
  readonly day: string;
  readonly weekday: number;
}

/** Returns the minutes since midnight of a time on the wall clock, such as `09:30`. */
export const wallMinutes = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const dateAt = (instant: number, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();

/** Returns the days of whole weeks, Monday to Sunday, that a time touches, in order. */
export const daysOfWeeks = ({ from, until }: Interval, timeZone: string): LocalDay[] => {
  const first = dateAt(from, timeZone);
  const days: LocalDay[] = [];
  let date = first.subtract({ days: first.dayOfWeek - 1 });
  let starts = date.toZonedDateTime(timeZone).epochMilliseconds;
  while (starts < until || days.length % 7 !== 0) {
    const next = date.add({ days: 1 });
    const ends = next.toZonedDateTime(timeZone).epochMilliseconds;
    days.push({ day: date.toString(), weekday: (days.length % 7) + 1, from: starts, until: ends });
    [date, starts] = [next, ends];
  }
  return days;
};

/** Returns the index of the day on which a moment is, or -1 before the first. */
export const dayIndex = (days: readonly LocalDay[], moment: number): number => lastFrom(days, moment);

/**
 * Returns the moment at which the wall clock shows a time on a day: null for a time that the clocks skip, and the first
 * of two for one that they repeat.
 * @param minutes since midnight, by the wall clock
 */
export const momentAt = ({ day, from, until }: LocalDay, minutes: number, timeZone: string): number | null => {
  if (until - from === dayMinutes * minuteMs) return from + minutes * minuteMs;
  if (minutes === dayMinutes) return until;
  const wall = Temporal.PlainDate.from(day).toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return zoned.toPlainDateTime().equals(wall) ? zoned.epochMilliseconds : null;
};
