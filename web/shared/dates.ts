import { formatIn, isoDay, offsetOf } from 'shared';

/** An instant is on different days in different zones; a day (`2026-03-12`) is the same everywhere. */
const zoneToRead = (date: string, timeZone: string): string => (/^\d{4}-\d\d-\d\d$/.test(date) ? 'Etc/UTC' : timeZone);

/** Returns the day of an instant in a zone, or a day, in words: `12 March 2026`. */
export const formatDate = (date: string, timeZone: string): string =>
  formatIn(zoneToRead(date, timeZone), { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(date));

/** Returns a day in words: `12 March 2026`. */
export const formatDay = (day: string): string => formatDate(day, 'Etc/UTC');

/** Returns the day of `formatDate` for `<time datetime>`: `2026-03-12`. */
export const isoDate = (date: string, timeZone: string): string => isoDay(date, zoneToRead(date, timeZone));

/** Returns a reading time: `1 minute`, `4 minutes`. */
export const formatMinutes = (count: number): string => `${count} ${count === 1 ? 'minute' : 'minutes'}`;

/** Returns `13 June`. */
export const formatDayMonth = (instant: string, timeZone: string): string =>
  formatIn(timeZone, { day: 'numeric', month: 'long' }).format(new Date(instant));

/** Returns `Saturday`. */
export const formatWeekday = (instant: string, timeZone: string): string =>
  formatIn(timeZone, { weekday: 'long' }).format(new Date(instant));

/** Returns `2026`. */
export const formatYear = (instant: string, timeZone: string): string =>
  formatIn(timeZone, { year: 'numeric' }).format(new Date(instant));

/** Returns an instant with the wall clock and the offset of a zone, `2026-06-13T10:00:00+01:00` (ISO 8601). */
export function isoInZone(instant: string, timeZone: string): string {
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  } as const;
  const parts = formatIn(timeZone, options).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}${offsetOf(instant, timeZone)}`;
}
