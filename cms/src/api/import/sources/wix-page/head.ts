import {
  completeDay,
  completeLaterDay,
  dayInLondon,
  inWords,
  readDaysAgo,
  readWrittenDay,
  type WrittenDay,
} from '#src/api/import/dates';
import type { KnownDay, Note, SourceInput } from '#src/api/import/source';
import { CommandError } from '#src/cli/run-command';
import { isAroundThePost, type PageLine } from './cleaning';

/** A day as the page writes it, or one that it counts back from today ("2 days ago"). */
type HeadDay = { written: WrittenDay } | { counted: string };

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

const countedBack = (day: string): KnownDay => ({
  day,
  sure: false,
  why: 'the page gives its age, counted back from today',
});

function publishedDay(head: PageHead, words: string, { now, year }: SourceInput): KnownDay {
  const { published } = head;
  if ('counted' in published) return countedBack(published.counted);
  const day = completeDay(published.written, { text: words, today: dayInLondon(now), year });
  if (day) return day;
  const asked = year === undefined ? '' : ` of ${year}`;
  throw new CommandError(`The day “${published.text}”${asked} does not exist or is in the future.`);
}

const updatedDay = (updated: HeadDay, published: KnownDay, now: Date): KnownDay | null =>
  'counted' in updated ? countedBack(updated.counted) : completeLaterDay(updated.written, published, dayInLondon(now));

/**
 * The two days of the post. `words` is the text in which a missing year may be named. Throws `CommandError` if the day
 * of publication can't have been; an impossible day of the update is left out.
 */
export function readPostDays(
  head: PageHead,
  words: string,
  input: SourceInput,
): { published: KnownDay; updated: KnownDay | null; notes: Note[] } {
  const published = publishedDay(head, words, input);
  const notes: Note[] = [
    published.sure
      ? { kind: 'recognised', text: `Published on ${inWords(published.day)}: ${published.why}` }
      : {
          kind: 'guessed',
          text: `“${head.published.text}” is ${inWords(published.day)}: ${published.why}`,
          mend: 'import again with --year and the right year',
        },
  ];
  if (!head.updated) return { published, updated: null, notes };
  const said = `“Updated: ${head.updated.text}”`;
  const updated = updatedDay(head.updated, published, input.now);
  if (!updated)
    notes.push({ kind: 'left out', text: `${said}: that day is in the future, or before the post was published` });
  else if (updated.sure) notes.push({ kind: 'recognised', text: `Updated on ${inWords(updated.day)}: ${updated.why}` });
  else
    notes.push({
      kind: 'guessed',
      text: `${said} is ${inWords(updated.day)}: ${updated.why}`,
      mend: 'change “updated” in the editor',
    });
  return { published, updated, notes };
}

const longestSlug = 100;

/**
 * The path that Wix gives a post unless its writer changes it: `/post/` and the title in small letters; whatever is no
 * letter or digit is a hyphen, apostrophes too ("it-s-okay"). Null if nothing is left.
 */
export function wixPath(title: string): string | null {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/gu, '');
  return slug ? `/post/${slug}` : null;
}
