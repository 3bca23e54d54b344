import type { PageHead } from './page-head';
import type { PageLine } from './page-lines';
import { closesThePost, isAroundThePost } from './page-residue';

const quoted = ({ text }: PageLine): string => `“${text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text}”`;

function whatFollows(after: PageLine[]): string[] {
  const [first] = after;
  if (!first) return [];
  return [
    after.length === 1
      ? `${quoted(first)} at the end`
      : `${quoted(first)} and what follows it (${after.length} lines in all): the page’s, or words of its readers`,
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
    `“${head.readingTime}”: the site counts it itself`,
    ...residue.map(quoted),
    ...inside.filter((line) => !kept.has(line)).map(quoted),
    ...whatFollows(close < 0 ? [] : rest.slice(close)),
  ];
  return { own, leftOut };
}
