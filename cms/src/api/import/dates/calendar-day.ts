const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** Any English month, whole or cut to three letters (or "Sept"), as part of a regular expression. */
export const monthPattern =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** A day as people write it: months count from 1, and the year may be missing. */
export interface WrittenDay {
  day: number;
  month: number;
  year: number | null;
}

/** The number (from 1) of a month by its English name or its first three letters. */
export const monthNumber = (name: string): number =>
  monthNames.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

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

const monthFirst = new RegExp(`^(${monthPattern})\\.?\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?$`, 'i');
const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s+(${monthPattern})\\.?,?(?:\\s+(\\d{4}))?$`, 'i');

/** Reads a line that is nothing but a day: "Jul 25", "Jul 25, 2024", "25 July 2024", "2024-07-25"; else null. */
export function readWrittenDay(text: string): WrittenDay | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const american = monthFirst.exec(text);
  const british = dayFirst.exec(text);
  const [day, month, year] = iso
    ? [Number(iso[3]), Number(iso[2]), iso[1]]
    : american
      ? [Number(american[2]), monthNumber(american[1] ?? ''), american[3]]
      : british
        ? [Number(british[1]), monthNumber(british[2] ?? ''), british[3]]
        : [0, 0, undefined];
  // 2024 was a leap year: without a year, the 29th of February is a day like any other.
  if (!isoDay(year ? Number(year) : 2024, month, day)) return null;
  return { day, month, year: year ? Number(year) : null };
}

const agoPattern = /^(?:(\d+)\s+(minutes?|mins?|hours?|days?)\s+ago|(yesterday)|(today|just now))$/i;

/** Reads "3 days ago", "5 hours ago" or "Yesterday", counted back from `now`; else null. */
export function readDaysAgo(text: string, now: Date): string | null {
  const match = agoPattern.exec(text);
  if (!match) return null;
  const unit = match[2]?.toLowerCase() ?? '';
  const hours = match[3] ? 24 : Number(match[1] ?? 0) * (unit.startsWith('day') ? 24 : unit.startsWith('hour') ? 1 : 0);
  return dayInLondon(new Date(now.getTime() - hours * 3_600_000));
}
