/** How one kind of date is written in one zone; making a formatter costs more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  formatters.set(key, made);
  return made;
}

type PartType = Intl.DateTimeFormatPartTypes;

const partOf = (instant: string, timeZone: string, options: Intl.DateTimeFormatOptions, type: PartType): string =>
  formatter(timeZone, options).formatToParts(new Date(instant)).find((part) => part.type === type)?.value ?? '';

/** `Saturday 13 June 2026`, as the calendar on the wall in that zone has it. */
export const dayInZone = (instant: string, timeZone: string): string =>
  formatter(timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(instant)).replace(',', '');

/** `13 June`. */
export const shortDay = (instant: string, timeZone: string): string => formatter(timeZone, { day: 'numeric', month: 'long' }).format(new Date(instant));

/** `Saturday`. */
export const weekday = (instant: string, timeZone: string): string => formatter(timeZone, { weekday: 'long' }).format(new Date(instant));

/** The year alone, `2026`. */
export const yearInZone = (instant: string, timeZone: string): string => formatter(timeZone, { year: 'numeric' }).format(new Date(instant));

/** A clock on the wall, `10:50` or `14:00`, as people say it: `10:50am`, `2pm`, `midday`, `midnight`. */
export function wallClock(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour % 12 === 0) return hour === 12 ? 'midday' : 'midnight';
  return `${hour % 12 || 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`;
}

const clock24 = (instant: string, timeZone: string): string => formatter(timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));

/** `10am`, `10:50am`, `midday` in that zone. */
export const clockInZone = (instant: string, timeZone: string): string => wallClock(clock24(instant, timeZone));

/** How far a zone is from UTC at an instant: `+01:00`. */
function offsetOf(instant: string, timeZone: string): string {
  const name = partOf(instant, timeZone, { timeZoneName: 'longOffset' }, 'timeZoneName');
  return name.replace('GMT', '') || '+00:00';
}

/** The zone at an instant as people know it: `British Summer Time (UTC+1)`, `Greenwich Mean Time (UTC)`, `India Standard Time (UTC+5:30)`. */
export function zoneName(instant: string, timeZone: string): string {
  const [, sign = '+', hours = '0', minutes = '00'] = /([+-])(\d\d):(\d\d)/.exec(offsetOf(instant, timeZone)) ?? [];
  const far = `${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  const utc = far === '0' ? 'UTC' : `UTC${sign === '-' ? '−' : '+'}${far}`;
  return `${partOf(instant, timeZone, { timeZoneName: 'long' }, 'timeZoneName')} (${utc})`;
}

/** The same instant for machines with the clock of the zone, `2026-06-13T10:00:00+01:00` (ISO 8601). */
export function isoInZone(instant: string, timeZone: string): string {
  const parts = formatter(timeZone, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).formatToParts(new Date(instant));
  const at = (type: PartType): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${at('year')}-${at('month')}-${at('day')}T${at('hour')}:${at('minute')}:${at('second')}${offsetOf(instant, timeZone)}`;
}

/** A moment with everything that it needs: `Saturday 13 June 2026 at 10am, British Summer Time (UTC+1)`. */
export const momentInZone = (instant: string, timeZone: string): string =>
  `${dayInZone(instant, timeZone)} at ${clockInZone(instant, timeZone)}, ${zoneName(instant, timeZone)}`;
