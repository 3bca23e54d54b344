/** Strapi's types of days, times of day and instants. */
const calendarTypes = ['date', 'time', 'datetime'] as const;
export type CalendarType = (typeof calendarTypes)[number];

/** Returns whether an attribute holds a day, a time of day or an instant. */
export const isCalendarType = (type: string): type is CalendarType =>
  (calendarTypes as readonly string[]).includes(type);

/** The years that a day may be in; others are typing errors. */
export const firstYear = 1900;
export const lastYear = 2100;

const days = /^(\d{4})-(\d{2})-(\d{2})$/;
const times = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/;
const instants = /^(\d{4}-\d{2}-\d{2})T([\d:.]+)(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;

/** Returns the year of a day such as `2026-02-28`; null if there is no such day. */
const yearOf = (day: string): number | null => {
  if (!days.test(day)) return null;
  const midnight = new Date(`${day}T00:00:00Z`);
  // February has no 31st: `Date` refuses it, or takes it for a day in March.
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
  return exists ? midnight.getUTCFullYear() : null;
};

const isInRange = (year: number): boolean => year >= firstYear && year <= lastYear;

const yearError = (label: string): string => `“${label}” has to be in a year from ${firstYear} to ${lastYear}.`;

const dayError = (label: string, value: unknown): string | null => {
  const year = typeof value === 'string' ? yearOf(value) : null;
  if (year === null) return `“${label}” has to be a whole date that exists, such as 9 January 2027.`;
  return isInRange(year) ? null : yearError(label);
};

const instantError = (label: string, value: unknown): string | null => {
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return isInRange(value.getUTCFullYear()) ? null : yearError(label);
  const [, day = '', time = ''] = instants.exec(typeof value === 'string' ? value : '') ?? [];
  const year = times.test(time) ? yearOf(day) : null;
  if (year === null) return `“${label}” has to be a whole date and time, such as 9 January 2027 at 14:30.`;
  return isInRange(year) ? null : yearError(label);
};

/**
 * Returns why a value can't be stored, in a sentence that names its field; null if it can. A day is `2027-01-09`, a time
 * of day `14:30` with or without seconds, an instant a `Date` or ISO 8601 with its offset. No value is `null`.
 *
 * @param label what the field is called on the screen
 */
export const calendarError = (type: CalendarType, label: string, value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (type === 'date') return dayError(label, value);
  if (type === 'datetime') return instantError(label, value);
  return typeof value === 'string' && times.test(value)
    ? null
    : `“${label}” has to be a whole time of day, such as 14:30.`;
};
