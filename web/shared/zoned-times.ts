import { formatIn, offsetOf } from 'shared';

/** `13 June`. */
export const shortDay = (instant: string, timeZone: string): string =>
  formatIn(timeZone, { day: 'numeric', month: 'long' }).format(new Date(instant));

/** `Saturday`. */
export const weekday = (instant: string, timeZone: string): string =>
  formatIn(timeZone, { weekday: 'long' }).format(new Date(instant));

/** The year alone, `2026`. */
export const yearInZone = (instant: string, timeZone: string): string =>
  formatIn(timeZone, { year: 'numeric' }).format(new Date(instant));

/** The same instant for machines with the clock of the zone, `2026-06-13T10:00:00+01:00` (ISO 8601). */
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
  const at = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${at('year')}-${at('month')}-${at('day')}T${at('hour')}:${at('minute')}:${at('second')}${offsetOf(instant, timeZone)}`;
}
