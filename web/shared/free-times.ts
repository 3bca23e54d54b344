import { dayWords, isoDay, timeWords, zoneWords } from 'shared';

/** A day of a zone with the starts that are free on it, soonest first. */
export interface FreeDay {
  /** `2026-12-01` */
  day: string;
  starts: string[];
}

/** One page of days: `earlier` and `later` are the first days of the pages beside it. */
export interface FreeDays {
  days: FreeDay[];
  earlier: string | null;
  later: string | null;
}

/** So many days are on a page, and fewer where they have many times, so that a phone can show them. */
const maxDays = 5;
const maxTimes = 30;

/** Returns the days of a zone that have free times. */
function groupByDay(starts: readonly string[], timeZone: string): FreeDay[] {
  const days = new Map<string, string[]>();
  for (const start of starts) {
    const day = isoDay(start, timeZone);
    days.set(day, [...(days.get(day) ?? []), start]);
  }
  return [...days].map(([day, ofDay]) => ({ day, starts: ofDay }));
}

function pagesOf(days: readonly FreeDay[]): FreeDay[][] {
  const pages: FreeDay[][] = [];
  for (const day of days) {
    const last = pages.at(-1);
    const times = (last ?? []).reduce((sum, { starts }) => sum + starts.length, day.starts.length);
    if (last && last.length < maxDays && times <= maxTimes) last.push(day);
    else pages.push([day]);
  }
  return pages;
}

/**
 * Returns the page of free times that a day is on: the first where it is empty or too early, the last where it is too
 * late.
 * @param from a day such as `2026-12-01`, or empty
 */
export function freeDays(starts: readonly string[], timeZone: string, from: string): FreeDays {
  const pages = pagesOf(groupByDay(starts, timeZone));
  const found = pages.findIndex((page) => (page.at(-1)?.day ?? '') >= from);
  const at = found < 0 ? pages.length - 1 : found;
  const firstDay = (page: FreeDay[] | undefined) => page?.[0]?.day ?? null;
  return { days: pages[at] ?? [], earlier: firstDay(pages[at - 1]), later: firstDay(pages[at + 1]) };
}

/** Returns the free starts that are nearest to one that is not free, soonest first. */
export const nearestStarts = (starts: readonly string[], wanted: string, count: number): string[] =>
  starts
    .map((start) => ({ start, distance: Math.abs(Date.parse(start) - Date.parse(wanted)) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ start }) => start)
    .toSorted();

/** Returns a day without its year: `Tuesday 1 December`. */
export const shortDayWords = (instant: string, timeZone: string): string =>
  dayWords(instant, timeZone).replace(/ \d+$/, '');

/** Returns `Tuesday 1 December at 10am`. */
export const shortMomentWords = (instant: string, timeZone: string): string =>
  `${shortDayWords(instant, timeZone)} at ${timeWords(instant, timeZone)}`;

/** Returns the time of a start; with its zone where the clock shows the same time twice on that day. */
export const startWords = (start: string, { starts }: FreeDay, timeZone: string): string => {
  const words = timeWords(start, timeZone);
  const isTwice = starts.filter((other) => timeWords(other, timeZone) === words).length > 1;
  return isTwice ? `${words}, ${zoneWords(start, timeZone)}` : words;
};
