import type { PageLine } from '#src/api/import/page-line';
import { readDaysAgo, readWrittenDay } from '#src/api/import/written-days';
import { furnitureOf } from './furniture';

/** The longest title or teaser of another post, in characters. */
const longestTeaser = 160;

/** "Jo", "Jo Marsh" or a sign-in name: the first line of a reader's comment. */
export const looksLikeName = (text: string | undefined): boolean =>
  text !== undefined && /^(?:\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){0,2}|[a-z][a-z._-]*\d*)$/u.test(text);

/** A title, a teaser that breaks off, an address: nothing that ends like a sentence. */
const looksLikeTeaser = (text: string): boolean =>
  text.length <= longestTeaser && !/[.:;,!?”"’)]$/u.test(text.replace(/(?:\.{3}|…|\?)$/u, ''));

/** What was seen on the way from the first line behind the post towards the end of the file. */
interface Walk {
  texts: readonly string[];
  /** How many lines stood there that nobody but the page writes. */
  certain: number;
  /** Which other text may follow: none, the titles of other posts, or whatever readers wrote. */
  licence: 'none' | 'cards' | 'readers';
}

const isCertain = (text: string | undefined): boolean =>
  text !== undefined && ['machine', 'counter'].includes(furnitureOf(text) ?? '');
const isAboutComments = (text: string): boolean =>
  /^(?:write a comment|be the first|share your thoughts|sort by|log ?in (?:or|to)|commenting)/iu.test(text) &&
  furnitureOf(text) === 'machine';
const isDay = (text: string | undefined): boolean =>
  text !== undefined && (readWrittenDay(text) ?? readDaysAgo(text, new Date(0))) !== null;

/** Whether the lines behind "Comments" or "2 comments" are what readers wrote, by the marks that Wix puts there. */
function isListOfComments({ texts }: Walk, at: number): boolean {
  const behind = texts.slice(at + 1);
  const firstOwn = behind.findIndex((text) => furnitureOf(text) === null);
  if (behind.slice(0, firstOwn < 0 ? undefined : firstOwn).some(isAboutComments)) return true;
  const [name, day] = behind.slice(Math.max(firstOwn, 0));
  const count = Number(
    /(?<!\d)(\d+)\s*comments?|\((\d+)\)/iu
      .exec(texts[at] ?? '')
      ?.slice(1)
      .find(Boolean) ?? 0,
  );
  return looksLikeName(name) && (count > 0 || isDay(day) || behind.slice(0, 12).includes('Reply'));
}

/** Whether the page is closed by its own last lines, so that even paragraphs before them belong to its foot. */
const isClosed = ({ texts }: Walk): boolean =>
  texts.slice(-10).some((text) => /^bottom of page$|\bwix(?:\.com)?\.?$/iu.test(text) && isCertain(text));

function stepOverComments(walk: Walk, at: number): boolean {
  const text = walk.texts[at] ?? '';
  const listed = isListOfComments(walk, at);
  if (listed) walk.licence = 'readers';
  walk.certain++;
  const next = walk.texts[at + 1];
  return listed || next === undefined || isCertain(text) || walk.certain > 1 || isCertain(next);
}

function stepOverCards(walk: Walk, at: number): boolean {
  const text = walk.texts[at] ?? '';
  const next = walk.texts[at + 1];
  if (next !== undefined && walk.certain === 0 && !/see all$/iu.test(text) && !/^see all$/iu.test(next)) return false;
  walk.certain++;
  if (walk.licence === 'none') walk.licence = 'cards';
  return true;
}

function stepOverText({ licence, ...walk }: Walk, text: string): boolean {
  if (licence === 'readers') return true;
  if (licence === 'cards') return looksLikeTeaser(text) || isClosed({ licence, ...walk });
  return walk.certain > 1 && looksLikeTeaser(text) && isClosed({ licence, ...walk });
}

/** Walks over one line; false if it shows that the page's own part has not begun yet. */
function step(walk: Walk, at: number): boolean {
  const text = walk.texts[at] ?? '';
  const kind = furnitureOf(text);
  if (kind === 'comments' || (kind === 'counter' && /comment/iu.test(text))) return stepOverComments(walk, at);
  if (kind === 'cards') return stepOverCards(walk, at);
  if (kind === null) return stepOverText(walk, text);
  if (isCertain(text)) walk.certain++;
  return walk.certain > 0 || kind === 'share' || kind === 'tags';
}

/** Whether these lines, as a whole and to the last one, are what Wix puts under a post. */
function isFurniture(rest: readonly PageLine[]): boolean {
  const walk: Walk = { texts: rest.map(({ text }) => text), certain: 0, licence: 'none' };
  return rest.every((_, at) => step(walk, at)) && walk.certain > 0;
}

/** Returns where the page's own part behind a post begins; `lines.length` if the post goes on to the end. */
export function findEndOfPost(lines: readonly PageLine[]): number {
  const at = lines.findIndex(({ text }, index) => furnitureOf(text) !== null && isFurniture(lines.slice(index)));
  return at < 0 ? lines.length : at;
}

/** Returns where the post begins behind its head: counters, buttons for sharing and its repeated title come first. */
export function findBeginningOfPost(lines: readonly PageLine[], title: string): number {
  let at = 0;
  for (const [index, { text }] of lines.slice(0, 12).entries()) {
    const kind = furnitureOf(text);
    if (isCertain(text) || text === title) at = index + 1;
    else if (kind !== 'share' && kind !== 'number') break;
  }
  return at;
}
