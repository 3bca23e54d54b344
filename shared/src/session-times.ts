const formats = new Map<string, Intl.DateTimeFormat>();

/** How one kind of date is written in one zone (IANA); kept, because making a formatter costs more than using it. */
export const formatIn = (timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = timeZone + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  formats.set(key, made);
  return made;
};

/** The day of an instant in a zone: `2026-06-13`. */
export const isoDay = (instant: string, timeZone: string): string =>
  formatIn(timeZone, { day: '2-digit', month: '2-digit', year: 'numeric' })
    .format(new Date(instant))
    .split('/')
    .reverse()
    .join('-');

/** The day of an instant in a zone as people say it: `Saturday 13 June 2026`. */
export const dayWords = (instant: string, timeZone: string): string =>
  formatIn(timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .format(new Date(instant))
    .replace(',', '');

/** The clock on the wall (`HH:mm`) as people say it: `10am`, `10:30am`, `midday`, `midnight`. */
export const clockWords = (clock: string): string => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  if (minute === 0 && hour % 12 === 0) return hour === 12 ? 'midday' : 'midnight';
  return `${hour % 12 || 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`;
};

/** The time of an instant on the wall clock of a zone, in the words of `clockWords`. */
export const timeWords = (instant: string, timeZone: string): string =>
  clockWords(formatIn(timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant)));

const zonePart = (instant: string, timeZone: string, timeZoneName: 'long' | 'longOffset'): string =>
  formatIn(timeZone, { timeZoneName })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

/** How far a zone is from UTC at an instant: `+01:00`. */
export const offsetOf = (instant: string, timeZone: string): string =>
  zonePart(instant, timeZone, 'longOffset').replace('GMT', '') || '+00:00';

/** The names by which people in the United Kingdom know their own time. */
const ukTimes: Readonly<Record<string, string>> = { '+00:00': 'UK time (GMT)', '+01:00': 'UK time (BST)' };

/** Returns a zone as it is at an instant: `UK time (BST)`, `India Standard Time (UTC+5:30)`. */
export const zoneWords = (instant: string, timeZone: string): string => {
  const offset = offsetOf(instant, timeZone);
  const ukTime = timeZone === 'Europe/London' ? ukTimes[offset] : undefined;
  if (ukTime !== undefined) return ukTime;
  const [, sign = '+', hours = '0', minutes = '00'] = /([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
  const far = `${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  return `${zonePart(instant, timeZone, 'long')} (UTC${far === '0' ? '' : `${sign === '-' ? '−' : '+'}${far}`})`;
};

/**
 * A moment with everything that it needs: `Saturday 13 June 2026 at 10am, UK time (BST)`.
 * @param namesZone whether those who read it may be in another zone
 */
export const momentWords = (instant: string, timeZone: string, namesZone = true): string =>
  `${dayWords(instant, timeZone)} at ${timeWords(instant, timeZone)}${namesZone ? `, ${zoneWords(instant, timeZone)}` : ''}`;

/** A session in a line; `to` has its own day where it ends on another one than it began. */
export interface SessionWords {
  day: string;
  from: string;
  to: string;
}

export const sessionParts = ({ starts, ends }: { starts: string; ends: string }, timeZone: string): SessionWords => {
  const [day, lastDay] = [dayWords(starts, timeZone), dayWords(ends, timeZone)];
  const to = timeWords(ends, timeZone);
  return { day, from: timeWords(starts, timeZone), to: day === lastDay ? to : `${to} on ${lastDay}` };
};

/** `Saturday 13 June 2026, 10am to 1pm`. */
export const sessionWords = (session: { starts: string; ends: string }, timeZone: string): string => {
  const { day, from, to } = sessionParts(session, timeZone);
  return `${day}, ${from} to ${to}`;
};
