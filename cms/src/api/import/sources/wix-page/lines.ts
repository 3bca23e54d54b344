import type { PageLine } from '#src/api/import/page-line';
import type { Note } from '#src/api/import/source';
import { splitClosingRemarks } from './body';
import { tidyTyping } from './cleaning';
import { findBeginningOfPost, findEndOfPost, looksLikeName } from './edges';
import { furnitureOf, isMachine } from './furniture';
import { isReadingTime, type PageHead } from './head';

/** What can't be seen. The joiners U+200C and U+200D stay: Persian, Hindi and emoji are written with them. */
const invisible = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gu;
const loneBullet = /^[•◦▪‣]$/u;

/**
 * Splits the text of a page into the lines that say something. Spaces of every kind become one ordinary space, as a
 * browser shows them, and what can't be seen goes. A list mark alone on its line is joined to the line after it.
 */
export function toPageLines(text: string): PageLine[] {
  const lines: PageLine[] = [];
  let apart = false;
  let mark = '';
  text.split(/\r\n|[\n\r\u2028\u2029]/u).forEach((raw, index) => {
    const line = raw.replace(invisible, '').replace(/\s+/gu, ' ').trim();
    if (line === '') {
      apart = true;
    } else if (loneBullet.test(line)) {
      mark = `${line} `;
    } else {
      lines.push({ text: mark + line, number: index + 1, apart });
      apart = false;
      mark = '';
    }
  });
  return lines;
}

/** Mends slips in every line, and says each change and each lost link. */
export function tidyLines(lines: PageLine[]): { lines: PageLine[]; notes: Note[] } {
  const remarks = splitClosingRemarks(lines);
  const notes: Note[] = remarks.changes.map((text) => ({ kind: 'changed', text }));
  const tidy = remarks.lines.map((line) => {
    // Words with a style of their own come from markup, not from the clipboard, and their links are not lost.
    if (line.runs) return line;
    const { text, changes, lostLink } = tidyTyping(line.text);
    for (const change of changes) notes.push({ kind: 'changed', text: change });
    if (lostLink)
      notes.push({
        kind: 'look',
        text: `“${lostLink}” was a link, but the file contains only its text: add the link again`,
      });
    return { ...line, text };
  });
  return { lines: tidy, notes };
}

const pointers =
  /\b(?:(?:click|tap) here|(?:booking|following) link|(?:email address|link|form|button) (?:below|above))\b/giu;

/**
 * A note on words that point at something beside the post ("use the booking link"), which may not be on the new page.
 */
export function findPointers(lines: PageLine[]): Note[] {
  const found = lines.flatMap(({ text }) => text.match(pointers) ?? []).map((words) => `“${words}”`);
  if (found.length === 0) return [];
  return [
    {
      kind: 'look',
      text: `${found.join(' and ')}: words that refer to something on the old page; check that they still make sense`,
    },
  ];
}

/** What stood in the post and can't become text, each with its place. */
export const noteLost = (own: readonly PageLine[]): Note[] =>
  own.flatMap(({ text, lost = [] }) =>
    lost.map((what) => ({
      kind: 'look',
      text: `${what.replace(/ (?:above|below) it$/u, '')} was not imported; it stood ${what.endsWith(' above it') ? 'above' : 'below'} “${text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text}”: add it in the editor`,
    })),
  );

/** Links that lead to a page of the old site, which may be switched off one day. */
export function noteOldLinks(own: readonly PageLine[], address: URL | null): Note[] {
  if (!address) return [];
  return own.flatMap(({ runs = [] }) =>
    runs.flatMap(({ text, url }) =>
      url && URL.canParse(url) && new URL(url).host === address.host
        ? [
            {
              kind: 'look' as const,
              text: `the link “${text.trim()}” leads to a page of the old site (${url}): change it in the editor`,
            },
          ]
        : [],
    ),
  );
}

const quoted = ({ text }: PageLine): string => `“${text}”`;
const inOneLine = (lines: readonly PageLine[]): string => lines.map(quoted).join(', ');

/** What was taken for the page's own, word for word, and how to keep it. */
function noteLeftOut(where: string, lines: readonly PageLine[], mend: string): Note[] {
  return lines.length === 0 ? [] : [{ kind: 'left out', text: `${where}: ${inOneLine(lines)}`, mend }];
}

/** Lines within the text that look like the page's own. They stay, because they may be the writer's words. */
function noteDoubts(own: readonly PageLine[]): Note[] {
  return own
    .filter(({ text }) => isMachine(text) || furnitureOf(text) === 'comments' || furnitureOf(text) === 'rights')
    .map((line) => ({
      kind: 'look',
      text: `${quoted(line)} (line ${line.number} of the file) stayed in the post, though the old page may have put it there: if it did, delete it in the editor`,
    }));
}

/** The heading "Comments" within the text with a name under it: readers may have written what follows. */
function findReaders(own: readonly PageLine[]): PageLine | null {
  return (
    own.find(
      ({ text }, at) =>
        (furnitureOf(text) === 'comments' || (isMachine(text) && /\bcomments?$/iu.test(text))) &&
        looksLikeName(own[at + 1]?.text),
    ) ?? null
  );
}

/** A post's own lines, the notes on the others, and the reason why it should not be published unseen. */
interface OwnLines {
  own: PageLine[];
  notes: Note[];
  holdBack: string | null;
}

const keepAll = 'import again with --keep-all, which keeps every line under the title';

/**
 * Cuts the post's own lines out of the page: what follows the head, up to the part at the very end that looks, as a
 * whole, like what Wix puts under a post. With `keepsAll`, everything under the head. Whatever is left out is in the
 * notes, word for word.
 */
export function cutOutPost(lines: PageLine[], head: PageHead, keepsAll: boolean): OwnLines {
  const rest = lines.slice(head.bodyStart);
  const from = keepsAll ? 0 : findBeginningOfPost(rest, head.title);
  const to = keepsAll ? rest.length : from + findEndOfPost(rest.slice(from));
  const own = rest.slice(from, to);
  const readers = keepsAll ? null : findReaders(own);
  const copy = 'copy what belongs to the post into the editor';
  return {
    own,
    notes: [
      ...noteLeftOut('Above the title', head.before, copy),
      ...noteLeftOut('In the head of the page', head.between, copy),
      ...(head.readingTime
        ? [{ kind: 'left out' as const, text: `“${head.readingTime}”: the site calculates it itself` }]
        : []),
      ...noteLeftOut('Between the title and the post', rest.slice(0, from), keepAll),
      ...noteLeftOut('Below the post', rest.slice(to), keepAll),
      ...(keepsAll ? [] : noteDoubts(own)),
    ],
    holdBack: readers
      ? `what follows ${quoted(readers)} may have been written by readers. Look at the draft and publish it in the editor, or import again with --keep-all if all of it belongs to the post`
      : null,
  };
}

/**
 * The head of a second post within the lines of the first: its reading time with its title above; null if there is
 * none.
 */
export function findSecondHead(own: readonly PageLine[], isDay: (text: string) => boolean): PageLine | null {
  const at = own.findIndex(
    ({ text }, index) =>
      isReadingTime(text) && [own[index - 1], own[index + 1]].some((line) => line !== undefined && isDay(line.text)),
  );
  return at < 0 ? null : (own[at] ?? null);
}
