import type { Note } from '#src/api/import/source';
import { splitClosingRemarks } from './body';
import { closesThePost, isAroundThePost, type PageLine, tidyTyping } from './cleaning';
import type { PageHead } from './head';

const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;
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

const quoted = ({ text }: PageLine): string => `“${text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text}”`;

function whatFollows(after: PageLine[]): string[] {
  const [first] = after;
  if (!first) return [];
  return [
    after.length === 1
      ? `${quoted(first)} at the end`
      : `${quoted(first)} and what follows it (${after.length} lines in all): part of the page, or comments by its readers`,
  ];
}

/**
 * Cuts the post's own lines out of the page: what follows the head, up to the line with which Wix closes it, without
 * buttons and counters. `leftOut` names everything that was dropped on the way: that, the head's, and the `residue`.
 */
export function cutOutPost(
  lines: PageLine[],
  head: PageHead,
  residue: PageLine[],
): { own: PageLine[]; leftOut: string[] } {
  const rest = lines.slice(head.bodyStart);
  const close = rest.findIndex(({ text }) => closesThePost(text));
  const inside = close < 0 ? rest : rest.slice(0, close);
  const isOwn = ({ text }: PageLine): boolean => !isAroundThePost(text) && text !== head.title;
  const from = inside.findIndex(isOwn);
  const to = inside.findLastIndex(isOwn);
  const own = from < 0 ? [] : inside.slice(from, to + 1);
  const kept = new Set(own);
  const leftOut = [
    ...head.before.map((line) => `${quoted(line)} above the title`),
    `“${head.readingTime}”: the site calculates it itself`,
    ...residue.map(quoted),
    ...inside.filter((line) => !kept.has(line)).map(quoted),
    ...whatFollows(close < 0 ? [] : rest.slice(close)),
  ];
  return { own, leftOut };
}
