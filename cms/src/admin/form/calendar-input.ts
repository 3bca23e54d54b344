import { type CalendarType, clockWords, firstYear, lastYear, momentWords } from 'shared';
import { Temporal } from 'temporal-polyfill';

/** What a field holds while something in it is missing: the CMS refuses it, and saves nothing else. */
export const incomplete = 'incomplete';

/** A day and time as a `datetime-local` input has it, which is no instant. */
const localTime = /^\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** How a browser's inputs are told what they may hold. */
export const limitsOf: Readonly<Record<CalendarType, { type: string; min?: string; max?: string }>> = {
  date: { type: 'date', min: `${firstYear}-01-01`, max: `${lastYear}-12-31` },
  time: { type: 'time' },
  datetime: { type: 'datetime-local', min: `${firstYear}-01-01T00:00`, max: `${lastYear}-12-31T23:59` },
};

const isInstant = (value: string): boolean => !localTime.test(value) || /(?:Z|[+-]\d{2}:?\d{2})$/.test(value);

/**
 * Returns what an input shows for a stored value: `2027-01-09`, `14:30`, or `2027-01-09T14:30` in a zone.
 *
 * @param timeZone the practice's (IANA)
 */
export const shownIn = (type: CalendarType, value: string | null, timeZone: string): string => {
  if (value === null || value === incomplete) return '';
  if (type === 'time') return value.slice(0, 5);
  if (type === 'date' || !isInstant(value)) return value;
  if (Number.isNaN(Date.parse(value))) return '';
  const there = Temporal.Instant.from(value).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return there.toString({ smallestUnit: 'minute' });
};

/**
 * Returns what is stored for what an input shows; null for nothing. A time that is skipped when the clocks go forward
 * stays as it was typed: it is no instant, and the CMS refuses it.
 *
 * @param timeZone the practice's (IANA)
 */
export const storedFrom = (type: CalendarType, shown: string, timeZone: string): string | null => {
  if (shown === '') return null;
  if (type === 'date') return shown;
  if (type === 'time') return `${shown.slice(0, 5)}:00.000`;
  // A year that nobody means, and that the library can't read.
  if (/^\d{5}/.test(shown)) return shown;
  const wall = Temporal.PlainDateTime.from(shown);
  const there = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return there.toPlainDateTime().equals(wall) ? new Date(there.epochMilliseconds).toISOString() : shown;
};

const missing: Readonly<Record<CalendarType, string>> = {
  date: 'Enter the whole date: day, month and year. It has to be a day that exists.',
  time: 'Enter the whole time: hours and minutes.',
  datetime: 'Enter the whole date and time. It has to be a day that exists.',
};

/** Returns what is wrong with a value in the form, in a sentence; null if nothing is. */
export const inputError = (type: CalendarType, value: string | null): string | null => {
  if (value === null) return null;
  if (value === incomplete) return missing[type];
  if (type === 'time') return null;
  const year = Number(value.slice(0, value.indexOf('-', 1)));
  if (!(year >= firstYear && year <= lastYear)) return `Enter a year from ${firstYear} to ${lastYear}.`;
  if (type === 'datetime' && !isInstant(value)) return 'The clocks go forward then and skip this time. Enter another.';
  return null;
};

const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

/** Returns `Saturday 9 January 2027` for `2027-01-09`. */
export const dayInWords = (day: string): string => longDay.format(new Date(`${day}T00:00:00Z`)).replace(',', '');

/** Returns a value as people say it, with its day of the week or its zone; an empty text if there is nothing to say. */
export const inWords = (type: CalendarType, value: string | null, timeZone: string): string => {
  if (value === null || inputError(type, value) !== null) return '';
  if (type === 'time') return clockWords(value.slice(0, 5));
  return type === 'date' ? dayInWords(value) : momentWords(value, timeZone);
};
