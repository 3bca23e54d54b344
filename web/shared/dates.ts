import { formatIn, offsetOf } from 'shared';

const longFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const isoFormat = new Intl.DateTimeFormat('en-CA', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Europe/London',
});

/** Returns an instant or a day as UK readers see it: `12 March 2026`. */
export const formatDate = (instant: string): string => longFormat.format(new Date(instant));

/** Returns the same day for `<time datetime>`: `2026-03-12`. */
export const isoDate = (instant: string): string => isoFormat.format(new Date(instant));

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
