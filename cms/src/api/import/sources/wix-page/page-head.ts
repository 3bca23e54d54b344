import { readDaysAgo, readWrittenDay, type WrittenDay } from '#src/api/import/dates/calendar-day';
import type { PageLine } from './page-lines';
import { isAroundThePost } from './page-residue';

/** A day as the page writes it, or one that it counts back from today ("2 days ago"). */
export type HeadDay = { written: WrittenDay } | { counted: string };

/** What stands above the words of a post. `bodyStart` is the index of the first line after it. */
export interface PageHead {
  title: string;
  author: string | null;
  published: HeadDay & { text: string };
  updated: (HeadDay & { text: string }) | null;
  readingTime: string;
  before: PageLine[];
  bodyStart: number;
}

const readingTime = /^\d+\s*min(?:ute)?s?\.? read$/i;
const updatedMark = /^updated:?\s+/i;
const authorMark = /^(?:writer|author|written by|posted by|by)(?::\s*|\s+)/i;
const nameLike = /^(?:\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}|[a-z][a-z._-]*\d*)$/u;

const withoutMark = (text: string): string => text.replace(/^[-–•*·]\s+/u, '');

function readHeadDay(text: string, now: Date): (HeadDay & { text: string }) | null {
  const written = readWrittenDay(text);
  if (written) return { written, text };
  const counted = readDaysAgo(text, now);
  return counted ? { counted, text } : null;
}

function readUpdated(line: PageLine | undefined, now: Date): (HeadDay & { text: string }) | null {
  const text = withoutMark(line?.text ?? '');
  return updatedMark.test(text) ? readHeadDay(text.replace(updatedMark, ''), now) : null;
}

/** Title and author are the last two lines above the day, if the nearer one bears a mark or looks like a name. */
function readTitleAndAuthor(above: PageLine[]): { title: string; author: string | null; before: PageLine[] } | null {
  const nearest = above.at(-1)?.text;
  const further = above.at(-2)?.text;
  if (nearest === undefined) return null;
  const marked = withoutMark(nearest) !== nearest || authorMark.test(nearest);
  const named = nameLike.test(nearest) && further !== undefined && !isAroundThePost(further);
  if (!marked && !named) return { title: nearest, author: null, before: above.slice(0, -1) };
  if (further === undefined) return null;
  return { title: further, author: withoutMark(nearest).replace(authorMark, ''), before: above.slice(0, -2) };
}

/** Index of the "4 min read" line, which every Wix post has under its title; -1 if there is none near the beginning. */
const findReadingTime = (lines: PageLine[]): number =>
  lines.slice(0, 80).findIndex(({ text }) => readingTime.test(withoutMark(text)));

/** Reads title, author and days around the "4 min read" line; null if the lines there are no head of a Wix post. */
export function readPageHead(lines: PageLine[], now: Date): PageHead | null {
  const at = findReadingTime(lines);
  if (at < 0) return null;
  let above = lines.slice(0, at);
  let updated = readUpdated(above.at(-1), now);
  if (updated) above = above.slice(0, -1);
  let bodyStart = at + 1;
  let published = readHeadDay(withoutMark(above.at(-1)?.text ?? ''), now);
  if (published) above = above.slice(0, -1);
  else published = readHeadDay(withoutMark(lines[bodyStart++]?.text ?? ''), now);
  const top = readTitleAndAuthor(above);
  if (!published || !top) return null;
  const below = updated ? null : readUpdated(lines[bodyStart], now);
  if (below) {
    updated = below;
    bodyStart++;
  }
  return { ...top, published, updated, readingTime: withoutMark(lines[at]?.text ?? ''), bodyStart };
}
