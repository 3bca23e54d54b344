import { dayWords, isoDay, offsetOf, timeWords, zoneWords } from 'shared';
import { storedFrom } from '#src/admin/form/calendar-input';
import { dayAfter, endOfDay, startOfDay } from '#src/time/days';

/** Returns the reader's zone (IANA). */
const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The times of the admin are those of the practice: returns a sentence that says so where the clock here differs. */
export const zoneNote = (timeZone: string, at: string, here = localZone()): string | null =>
  offsetOf(at, timeZone) === offsetOf(at, here)
    ? null
    : `All times are ${zoneWords(at, timeZone)}, as at your practice.`;

/**
 * Returns the instant at which the practice's clock shows a time on a day, the first of two where the clocks go back;
 * null for a time that they skip. `24:00` is the end of the day.
 *
 * @param time such as `09:30`
 */
export const instantAt = (day: string, time: string, timeZone: string): string | null => {
  if (time === '24:00') return endOfDay(day, timeZone);
  const stored = storedFrom('datetime', `${day}T${time}`, timeZone);
  return stored?.endsWith('Z') ? stored : null;
};

/** Returns whether a text is a calendar day, as a date input gives it, of a year that can be meant. */
export const isDay = (text: string): boolean => /^20\d\d-\d\d-\d\d$/.test(text);

/** Returns the seven days from one on. */
export const weekFrom = (day: string): string[] => Array.from({ length: 7 }, (_, index) => dayAfter(day, index));

/** `Monday 30 November` for a calendar day. */
export const dayLabel = (day: string): string => dayWords(`${day}T12:00:00Z`, 'UTC').replace(/ \d{4}$/, '');

/** `Today, Monday 30 November`. */
export const dayHeading = (day: string, today: string): string => {
  if (day === today) return `Today, ${dayLabel(day)}`;
  return day === dayAfter(today, 1) ? `Tomorrow, ${dayLabel(day)}` : dayLabel(day);
};

/** `30 November to 6 December 2026`. */
export const weekLabel = (from: string): string => {
  const words = (day: string): string[] => dayWords(`${day}T12:00:00Z`, 'UTC').split(' ').slice(1);
  const [first, last] = [words(from), words(dayAfter(from, 6))];
  const same = first.filter((part, index) => index > 0 && part === last[index]).length;
  return `${first.slice(0, 3 - same).join(' ')} to ${last.join(' ')}`;
};

interface Time {
  starts: string;
  ends: string;
}

/** Returns whether a time touches a day of the practice. */
export const isOnDay = ({ starts, ends }: Time, day: string, timeZone: string): boolean =>
  starts < endOfDay(day, timeZone) && ends > startOfDay(day, timeZone);

/** Returns which part of a day a time takes: `All day`, `Until 1pm`, `From 2pm`, `2pm to 4pm`. */
export const partOfDay = ({ starts, ends }: Time, day: string, timeZone: string): string => {
  const [from, to] = [timeWords(starts, timeZone), timeWords(ends, timeZone)];
  const [isFromBefore, isToAfter] = [starts <= startOfDay(day, timeZone), ends >= endOfDay(day, timeZone)];
  if (isFromBefore) return isToAfter ? 'All day' : `Until ${to}`;
  return isToAfter ? `From ${from}` : `${from} to ${to}`;
};

/**
 * Returns a time from beginning to end in words: `Monday 30 November, 2pm to 4pm`, `Monday 30 November, all day`, or
 * `Monday 30 November to Friday 4 December, all day`.
 */
export const timeLabel = ({ starts, ends }: Time, timeZone: string): string => {
  const first = isoDay(starts, timeZone);
  const last = isoDay(new Date(Date.parse(ends) - 1).toISOString(), timeZone);
  if (starts === startOfDay(first, timeZone) && ends === endOfDay(last, timeZone))
    return `${dayLabel(first)}${first === last ? '' : ` to ${dayLabel(last)}`}, all day`;
  const [from, to] = [timeWords(starts, timeZone), timeWords(ends, timeZone)];
  return first === last
    ? `${dayLabel(first)}, ${from} to ${to}`
    : `${dayLabel(first)} at ${from} to ${dayLabel(isoDay(ends, timeZone))} at ${to}`;
};

/** Returns what the reader's own clock shows then; null where it shows the same as the practice's. */
export const theirTime = (
  { starts, timeZone }: { starts: string; timeZone: string },
  practiceZone: string,
): string | null => {
  if (offsetOf(starts, timeZone) === offsetOf(starts, practiceZone)) return null;
  const day = isoDay(starts, timeZone);
  const onDay = day === isoDay(starts, practiceZone) ? '' : ` on ${dayLabel(day)}`;
  return `${timeWords(starts, timeZone)}${onDay} for them, ${zoneWords(starts, timeZone)}`;
};

/** Returns free starts by the day that they are on, in order. */
export const byDay = (slots: readonly string[], timeZone: string): { day: string; slots: string[] }[] =>
  [...Map.groupBy(slots, (slot) => isoDay(slot, timeZone))].map(([day, ofDay]) => ({ day, slots: ofDay }));
