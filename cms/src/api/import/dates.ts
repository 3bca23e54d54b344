import { inWords, isoDay } from './calendar';
import type { KnownDay } from './source';
import type { WrittenDay } from './written-days';

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
const monthPattern =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** The number (from 1) of a month by its English name or its first three letters. */
const monthNumber = (name: string): number =>
  monthNames.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

/** A date with its year that running text names. `ahead`: its sentence announces something, so it was still to come. */
interface NamedDate {
  year: number;
  month: number | null;
  day: number | null;
  words: string;
  ahead: boolean;
}

const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?';
const year = '((?:19|20)\\d{2})(?!\\d)';
const dayMonthYear = `${weekday}(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${monthPattern}),?\\s+${year}`;
const monthDayYear = `${weekday}(${monthPattern})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${year}`;
const monthYear = `(${monthPattern})\\s+${year}`;
// A year in brackets or after a name and a comma is a reference to a book; "since 2019" is not today either.
const bareYear = `(?<![(\\d£$€.,-]|\\p{L},\\s|since\\s)${year}(?!\\s*\\)|-)`;
const anyDate = new RegExp(`\\b(?:${dayMonthYear}|${monthDayYear}|${monthYear})|${bareYear}`, 'giu');

const announces =
  /\b(?:join|book(?:ing)?|register|places?|running|host(?:ing)?|offering|will|coming|upcoming|next|starts?|begins?|workshop|event|webinar|course)\b/iu;

/** The sentence of `text` in which `index` lies. Full stops within numbers and abbreviations don't matter for a cue. */
function sentenceAround(text: string, index: number): string {
  const start = Math.max(...['.', '!', '?', '\n'].map((mark) => text.lastIndexOf(mark, index - 1))) + 1;
  const end = text.slice(index).search(/[.!?\n]/u);
  return text.slice(start, end < 0 ? undefined : index + end);
}

/** Every date that the text names together with its year, in the order of the text. */
export function findNamedDates(text: string): NamedDate[] {
  return [...text.matchAll(anyDate)].map((match) => {
    const [words, d1, m1, y1, m2, d2, y2, m3, y3, y4] = match;
    const month = m1 ?? m2 ?? m3;
    const day = d1 ?? d2;
    return {
      year: Number(y1 ?? y2 ?? y3 ?? y4),
      month: month ? monthNumber(month) : null,
      day: day ? Number(day) : null,
      words,
      ahead: month !== undefined && announces.test(sentenceAround(text, match.index)),
    };
  });
}

/** How many years back a year in passing ("in 2024 I moved") may lie and still say something about the post's own. */
const recentYears = 3;

const wholeDay = ({ year, month, day }: NamedDate): string =>
  `${year}-${String(month ?? 12).padStart(2, '0')}-${String(day ?? 31).padStart(2, '0')}`;

/** The years in which this day has existed and was not after `limit`, latest first. */
function daysUpTo({ month, day }: WrittenDay, limit: string): string[] {
  const from = Number(limit.slice(0, 4));
  return Array.from({ length: 12 }, (_, back) => isoDay(from - back, month, day)).filter(
    (iso): iso is string => iso !== null && iso <= limit,
  );
}

function fromAnnouncement(written: WrittenDay, dates: NamedDate[], today: string): KnownDay | null {
  const announced = dates.filter(({ ahead }) => ahead).sort((a, b) => wholeDay(a).localeCompare(wholeDay(b)))[0];
  if (!announced) return null;
  const limit = wholeDay(announced) < today ? wholeDay(announced) : today;
  const day = daysUpTo(written, limit)[0];
  return day
    ? { day, sure: false, why: `the text announces “${announced.words}”, so it was written before then` }
    : null;
}

function fromMention(written: WrittenDay, dates: NamedDate[], today: string): KnownDay | null {
  const possible = daysUpTo(written, today).filter(
    (day) => Number(day.slice(0, 4)) >= Number(today.slice(0, 4)) - recentYears,
  );
  const latestFirst = [...dates].sort((a, b) => wholeDay(b).localeCompare(wholeDay(a)));
  for (const date of latestFirst) {
    if (date.year < Number(today.slice(0, 4)) - recentYears) continue;
    // What the text looks back on came first; of a bare year we know no more than the year.
    const day = date.month
      ? possible.findLast((candidate) => candidate >= wholeDay({ ...date, day: date.day ?? 1 }))
      : possible.find((candidate) => candidate.startsWith(String(date.year)));
    if (day) return { day, sure: false, why: `the text mentions “${date.words}”` };
  }
  return null;
}

/** A day of which the page gives all; one that can be read in two ways is still a guess. */
const asWritten = (day: string, { doubt }: WrittenDay): KnownDay => ({
  day,
  sure: doubt === undefined,
  why: doubt ?? 'the page says so',
});

/**
 * Completes a day that was written without its year. The caller's `year` wins; then a date that the text announces (the
 * last such day before it); then a recent year that the text names; else the nearest past. Null if there is no such day
 * that isn't after `today` (an ISO day).
 */
export function completeDay(
  written: WrittenDay,
  context: { text: string; today: string; year?: number },
): KnownDay | null {
  const { text, today } = context;
  if (context.year !== undefined) {
    const day = isoDay(context.year, written.month, written.day);
    return day && day <= today ? { day, sure: true, why: `you said that the year is ${context.year}` } : null;
  }
  if (written.year !== null) {
    const day = isoDay(written.year, written.month, written.day);
    return day && day <= today ? asWritten(day, written) : null;
  }
  const dates = findNamedDates(text);
  const nearest = daysUpTo(written, today)[0];
  return (
    fromAnnouncement(written, dates, today) ??
    fromMention(written, dates, today) ??
    (nearest
      ? {
          day: nearest,
          sure: false,
          why: `the page names no year, so this is the nearest one before ${inWords(today)}`,
        }
      : null)
  );
}

/**
 * Completes the day of a later change: the first such day that isn't before `published`. Null if that is still to come.
 */
export function completeLaterDay(written: WrittenDay, published: KnownDay, today: string): KnownDay | null {
  const year = Number(published.day.slice(0, 4));
  const years = written.year === null ? [year, year + 1] : [written.year];
  const day = years
    .map((candidate) => isoDay(candidate, written.month, written.day))
    .find((candidate) => candidate !== null && candidate >= published.day);
  if (!day || day > today) return null;
  return written.year === null
    ? { day, sure: published.sure, why: 'the first such day after it was published' }
    : asWritten(day, written);
}
