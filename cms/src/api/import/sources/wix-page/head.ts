import type { PageLine } from '#src/api/import/page-line';
import { readDaysAgo, readWrittenDay, type WrittenDay } from '#src/api/import/written-days';
import { furnitureOf } from './furniture';

/** A day as the page writes it, one that it counts back ("2 days ago"), or one in words that can't be read. */
export type HeadDay = { text: string } & ({ written: WrittenDay } | { counted: string } | { unreadable: true });

/**
 * What stands above the words of a post. `published` is null if no line looks like a day. `bodyStart` is the index of
 * the first line after the head; `before` are the lines above the title, `between` those that only the page writes.
 */
export interface PageHead {
  title: string;
  author: string | null;
  published: HeadDay | null;
  updated: HeadDay | null;
  readingTime: string | null;
  before: PageLine[];
  between: PageLine[];
  bodyStart: number;
}

/** How far down a page's head can be, in lines. */
export const deepest = 80;
/** The longest line of a menu above a title, in characters. */
const longestMenuLine = 120;
/** As long as a title can be in the CMS, in characters. */
const longestTitle = 200;

const readingTime =
  /^(?:\d+\s*min(?:ute)?s?\.? (?:read|lesezeit|de lecture|de lectura|de leitura|di lettura|leestijd|czytania|läsning)|(?:lesezeit|tempo di lettura|temps de lecture|leestijd):?\s*\d+\s*min\S*)$/iu;
const updatedMark =
  /^(?:(?:last )?updated|aktualisiert|mis à jour|actualizado|actualització|aggiornamento|aggiornato|atualizado|bijgewerkt|zaktualizowano|uppdaterad|opdateret|oppdatert)(?:\s*(?:on|am|op|le|il|el|em)(?=[:\s]))?(?:\s*:\s*|\s+)/iu;
const authorMark = /^(?:writer|author|written by|posted by|by)(?::\s*|\s+)/i;
const nameLike = /^(?:\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}|[a-z][a-z._-]*\d*)$/u;

const mark = /^[-–•*·|]\s+/u;
export const withoutMark = (text: string): string => text.replace(mark, '');
export const isReadingTime = (text: string | undefined): boolean => readingTime.test(withoutMark(text ?? ''));

const publishedMark = /^(?:(?:published|posted)(?: on)?|date|on)(?::\s*|\s+)/iu;

/** Reads a line that is a day; null for any other. Days that count back do so from `from`. */
export function readHeadDay(line: string, from: Date): HeadDay | null {
  const text = line.replace(publishedMark, '');
  const written = readWrittenDay(text);
  if (written) return { written, text };
  const counted = readDaysAgo(text, from);
  return counted ? { counted, text } : null;
}

const wordsIn = (text: string): number => text.split(/\s+/u).length;

/** Reads "Updated: Jul 27"; what follows the mark may be unreadable, but a whole sentence is the post's own. */
function readUpdated(line: PageLine | undefined, from: Date): HeadDay | null {
  const text = withoutMark(line?.text ?? '');
  if (!updatedMark.test(text)) return null;
  const day = text.replace(updatedMark, '');
  const read = readHeadDay(day, from);
  if (read) return read;
  return /^.{0,24}:/u.test(text) && wordsIn(day) <= 4 && !/[.!?]$/u.test(day) ? { text: day, unreadable: true } : null;
}

/** Title and author are the last two lines above the day, if the nearer one bears a mark or looks like a name. */
function readTitleAndAuthor(above: PageLine[]): { title: string; author: string | null; before: PageLine[] } | null {
  const nearest = above.at(-1)?.text;
  const further = above.at(-2)?.text;
  if (nearest === undefined) return null;
  const marked = withoutMark(nearest) !== nearest || authorMark.test(nearest);
  const named = nameLike.test(nearest) && further !== undefined && furnitureOf(further) === null;
  if (!marked && !named) return { title: nearest, author: null, before: above.slice(0, -1) };
  if (further === undefined) return null;
  return { title: further, author: withoutMark(nearest).replace(authorMark, ''), before: above.slice(0, -2) };
}

/**
 * "vor 3 Tagen" just above the reading time, under a line that can be a title: where a day stands, and none is read.
 */
function isUnreadableDay(line: PageLine | undefined, above: PageLine[]): boolean {
  if (!line || above.length === 0 || furnitureOf(above.at(-1)?.text ?? '') !== null) return false;
  const text = withoutMark(line.text);
  return /\d/u.test(text) && text.length <= 40 && wordsIn(text) <= 5 && !/[!?:]$/u.test(text);
}

/** Index of the reading time ("4 min read"), else of the first line that is a day; -1 if neither is near the top. */
function findHead(lines: PageLine[], from: Date): number {
  const top = lines.slice(0, deepest);
  const at = top.findIndex(({ text }) => isReadingTime(text));
  if (at >= 0) return at;
  return top.findIndex((line, index) => index > 0 && readHeadDay(withoutMark(line.text), from) !== null);
}

/**
 * Whether this can't be the head of a page, only a day within a text: its title is a paragraph, or text stands above.
 */
function isWithinText({ title, before }: { title: string; before: PageLine[] }, hasReadingTime: boolean): boolean {
  const own = before.filter(({ text }) => furnitureOf(text) === null);
  if (title.length > longestTitle || own.some(({ text }) => text.length > longestMenuLine)) return true;
  return !hasReadingTime && (own.length > 3 || (title.length > longestMenuLine / 2 && /[.,;:]$/u.test(title)));
}

interface Days {
  published: HeadDay | null;
  updated: HeadDay | null;
}

/** Takes the lines at the end of `lines` that say when the post was published and updated. */
function takeDaysAbove(lines: PageLine[], from: Date): Days & { above: PageLine[] } {
  const updated = readUpdated(lines.at(-1), from);
  const above = updated ? lines.slice(0, -1) : lines;
  const line = above.at(-1);
  const text = withoutMark(line?.text ?? '');
  const isUnreadable = isUnreadableDay(line, above.slice(0, -1));
  const published = readHeadDay(text, from) ?? (isUnreadable ? { text, unreadable: true as const } : null);
  return { above: published ? above.slice(0, -1) : above, published, updated };
}

/** Takes what the lines below the reading time say of days, as far as the lines above it did not. */
function takeDaysBelow(lines: PageLine[], above: Days, from: Date): Days & { taken: number } {
  const isKnown = above.published !== null && !('unreadable' in above.published);
  const published = isKnown ? null : readHeadDay(withoutMark(lines[0]?.text ?? ''), from);
  const next = published ? 1 : 0;
  const updated = above.updated ? null : readUpdated(lines[next], from);
  return { published, updated, taken: next + (updated ? 1 : 0) };
}

/** Reads title, author and days around the reading time or the day; null if there is no head of a Wix post. */
export function readPageHead(lines: PageLine[], from: Date): PageHead | null {
  const at = findHead(lines, from);
  const line = lines[at];
  if (!line) return null;
  const hasReadingTime = isReadingTime(line.text);
  const upper = lines.slice(0, hasReadingTime ? at : at + 1);
  const between = upper.filter(({ text }) => furnitureOf(text) === 'machine');
  const ownUpper = upper.filter((one) => !between.includes(one));
  const days = takeDaysAbove(ownUpper, from);
  const below = takeDaysBelow(lines.slice(at + 1), days, from);
  // "5 Small Kindnesses" above the reading time is no day that can't be read if the day stands below.
  const top = readTitleAndAuthor(below.published && !days.updated ? ownUpper : days.above);
  if (!top || isWithinText(top, hasReadingTime)) return null;
  return {
    ...top,
    published: below.published ?? days.published,
    updated: days.updated ?? below.updated,
    readingTime: hasReadingTime ? withoutMark(line.text) : null,
    between,
    bodyStart: at + 1 + below.taken,
  };
}
