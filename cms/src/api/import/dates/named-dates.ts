import { monthNumber, monthPattern } from './calendar-day';

/** A date with its year that running text names. `ahead`: its sentence announces something, so it was still to come. */
export interface NamedDate {
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
