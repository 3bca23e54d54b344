import type { KnownDay } from '#src/api/import/neutral-post';
import { inWords, isoDay, type WrittenDay } from './calendar-day';
import { findNamedDates, type NamedDate } from './named-dates';

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
    ? { day, sure: false, why: `the text announces “${announced.words}”, so it was written before that` }
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
    if (day) return { day, sure: false, why: `the text speaks of “${date.words}”` };
  }
  return null;
}

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
    return day && day <= today ? { day, sure: true, why: 'the page says so' } : null;
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

/** Completes the day of a later change: the first such day that isn't before `published`. Null if that is still to come. */
export function completeLaterDay(written: WrittenDay, published: KnownDay, today: string): KnownDay | null {
  const year = Number(published.day.slice(0, 4));
  const years = written.year === null ? [year, year + 1] : [written.year];
  const day = years
    .map((candidate) => isoDay(candidate, written.month, written.day))
    .find((candidate) => candidate !== null && candidate >= published.day);
  if (!day || day > today) return null;
  return written.year === null
    ? { day, sure: published.sure, why: 'the first such day after it was published' }
    : { day, sure: true, why: 'the page says so' };
}
