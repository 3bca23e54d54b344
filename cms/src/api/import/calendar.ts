import { Temporal } from 'temporal-polyfill';

/** `2025-07-25`, or null if the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}

/** The calendar day in the United Kingdom at this moment, as `2025-07-25`. */
export const dayInLondon = (moment: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(moment);

/** `2025-07-25` as people here write it: "25 July 2025". */
export const inWords = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));

/**
 * Returns an instant for a post of this day: the middle of the day in UTC where that is the same day in the practice's
 * time zone, else early in the morning, as in New Zealand. Never later than now, because a post of today is public at
 * once.
 */
export const instantOn = (day: string, timeZone: string, now: Date): string => {
  const noon = `${day}T12:00:00.000Z`;
  const dayThere = Temporal.Instant.from(noon).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const instant = dayThere === day ? noon : `${day}T06:00:00.000Z`;
  return instant < now.toISOString() ? instant : now.toISOString();
};
