import { dayInLondon, isoDay } from './calendar';

/**
 * A day as people write it: months count from 1, and the year may be missing. `doubt` says how a day that can be read
 * in two ways was read.
 */
export interface WrittenDay {
  day: number;
  month: number;
  year: number | null;
  doubt?: string;
}

/** The languages in which Wix writes its dates most often here; the first one that knows a name decides. */
const languages = [
  'en',
  'cy',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'da',
  'nb',
  'cs',
  'ro',
  'tr',
  'el',
  'ru',
  'uk',
];

const plain = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\./gu, '');

type Part = 'month' | 'weekday';

/**
 * Every month's or weekday's number by its names, whole and cut, as Unicode's own tables have them: "july", "jul",
 * "juillet", "juil" …
 */
function readNames(part: Part): ReadonlyMap<string, number> {
  const names = new Map<string, number>(part === 'month' ? [['sept', 9]] : []);
  for (const language of languages)
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', [part]: style, timeZone: 'UTC' });
      for (let number = 1; number <= 12; number++) {
        const moment = part === 'month' ? Date.UTC(2024, number - 1, 15) : Date.UTC(2024, 0, number);
        const name = plain(format.formatToParts(moment).find(({ type }) => type === part)?.value ?? '');
        if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, number);
      }
    }
  return names;
}

const known: Partial<Record<Part, ReadonlyMap<string, number>>> = {};
const namesOf = (part: Part): ReadonlyMap<string, number> => (known[part] ??= readNames(part));
const monthNumber = (name: string): number => namesOf('month').get(plain(name)) ?? 0;

/** The text without a weekday before it ("Fri, ") and a time of day behind it (", 10:30 am"). */
function withoutWeekdayAndTime(text: string): string {
  const date = text.replace(/(?:(?=,)|(?<!\s)),?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]m)?$/iu, '');
  const first = /^(\p{L}+)[.,]{0,2}\s+/u.exec(date);
  return first && namesOf('weekday').has(plain(first[1] ?? '')) && monthNumber(first[1] ?? '') === 0
    ? date.slice(first[0].length)
    : date;
}

const monthFirst = /^(\p{L}{3,}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/iu;
const dayFirst =
  /^(?:le\s+)?(\d{1,2})(?:st|nd|rd|th|er|\.|º|°)?\s+(?:of\s+|de\s+|d[’'])?(\p{L}{3,}\.?),?(?:\s+(?:de\s+|del\s+)?(\d{4}))?$/iu;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/u;
const inNumbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/u;

/** "25/07/2025", as people in the UK write it, unless only the American order makes a day. */
function readNumbers(text: string): WrittenDay | null {
  const match = inNumbers.exec(text);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const year = Number(match[4]) + (match[4]?.length === 2 ? 2000 : 0);
  if (second > 12) return { day: second, month: first, year };
  const doubt = first <= 12 && first !== second ? 'the day is taken to stand before the month' : undefined;
  return { day: first, month: second, year, ...(doubt && { doubt }) };
}

function readWords(text: string): WrittenDay | null {
  const american = monthFirst.exec(text);
  if (american && monthNumber(american[1] ?? '') > 0)
    return {
      day: Number(american[2]),
      month: monthNumber(american[1] ?? ''),
      year: american[3] ? Number(american[3]) : null,
    };
  const british = dayFirst.exec(text);
  return british
    ? { day: Number(british[1]), month: monthNumber(british[2] ?? ''), year: british[3] ? Number(british[3]) : null }
    : null;
}

function readYearFirst(text: string): WrittenDay | null {
  const match = yearFirst.exec(text);
  return match ? { day: Number(match[4]), month: Number(match[3]), year: Number(match[1]) } : null;
}

/** Reads a line that is nothing but a day: "Jul 25", "Fri, 25 July 2024", "25. Juli 2024", "25/07/2024"; else null. */
export function readWrittenDay(text: string): WrittenDay | null {
  const date = withoutWeekdayAndTime(text);
  const written = readYearFirst(date) ?? readNumbers(date) ?? readWords(date);
  // 2024 was a leap year: without a year, the 29th of February is a day like any other.
  return written && isoDay(written.year ?? 2024, written.month, written.day) ? written : null;
}

const ago =
  /^(?:about\s+)?(\d+|an?|a few)\s+(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago$/i;
const hoursIn: readonly [string, number][] = [
  ['day', 24],
  ['week', 7 * 24],
  ['month', 30.4 * 24],
  ['year', 365.25 * 24],
  ['h', 1],
];

/** Reads "3 days ago", "a day ago" or "Yesterday", counted back from `from`, as an ISO day; else null. */
export function readDaysAgo(text: string, from: Date): string | null {
  if (/^(?:today|just now)$/i.test(text)) return dayInLondon(from);
  const match = /^yesterday$/i.test(text) ? ['', '1', 'day'] : ago.exec(text);
  if (!match) return null;
  const unit = match[2]?.toLowerCase() ?? '';
  const many = /^\d/u.test(match[1] ?? '') ? Number(match[1]) : 1;
  const hours = many * (hoursIn.find(([name]) => unit.startsWith(name))?.[1] ?? 0);
  const moment = new Date(from.getTime() - hours * 3_600_000);
  return Number.isFinite(moment.getTime()) && moment.getUTCFullYear() > 1900 ? dayInLondon(moment) : null;
}
