import type { PageLine } from '#src/api/import/page-line';
import type { Run } from '#src/api/import/source';
import { judgeHeading } from './headings';

/** The words of several lines by their style, as one line that begins with "P.S."; undefined if they have none. */
function joinRuns(lines: readonly PageLine[], begin: RegExp): Run[] | undefined {
  if (lines.every(({ runs }) => runs === undefined)) return undefined;
  const [first, ...others] = lines.flatMap(({ text, runs }, at) => [
    ...(at > 0 ? [{ text: ' ' }] : []),
    ...(runs ?? [{ text }]),
  ]);
  const text = first?.text ?? '';
  return begin.test(`${text} x`)
    ? [{ ...first, text: `P.S. ${`${text} x`.replace(begin, '').slice(0, -2)}` }, ...others]
    : undefined;
}

const mark = /^P\.?\s?S\.?(?:\s*[:–—-])?\s+(?=\S)/u;
const longest = 5;

/**
 * The closing part that begins with "P.S.": its lines become one paragraph, because everything behind the mark belongs
 * to it. Null if there is none, or if so much follows that it can't be the end of the post.
 */
export function takePostscript(
  lines: PageLine[],
): { postscript: string; runs: Run[] | undefined; lines: PageLine[]; joined: number } | null {
  const at = lines.findLastIndex(({ text }) => mark.test(text));
  const closing = at < 0 ? [] : lines.slice(at);
  const tooMuch = closing.length === 0 || closing.length > longest || at === 0;
  const hasHeading = closing.some(
    ({ text }, index) =>
      index > 0 && judgeHeading(text, { next: closing[index + 1]?.text, apart: false, airy: false }) === 'sure',
  );
  if (tooMuch || hasHeading) return null;
  const words = closing
    .map(({ text }) => text)
    .join(' ')
    .replace(mark, '');
  return {
    postscript: `P.S. ${words}`,
    runs: joinRuns(closing, mark),
    lines: lines.slice(0, at),
    joined: closing.length,
  };
}
