import type { ListFormat } from '#src/admin/rich-text/list-tree';
import { blocksOfLines, type Pasted, type PastedLine } from './lines';

/** Marks that people put before lines of lists. */
const marks: Readonly<Record<ListFormat, RegExp>> = {
  unordered: /^(?:[•◦▪‣]|[*·-]\s)\s*(?=\S)/u,
  ordered: /^(\d{1,2})[.)]\s+(?=\S)/u,
};

/** Which lines are items of lists. Numbers have to count from 1: a single “7. I was seven” is a sentence. */
const formatsOf = (lines: readonly string[]): (ListFormat | null)[] => {
  const numbers = lines.map((line) => Number(marks.ordered.exec(line)?.[1] ?? 0));
  let counted = 0;
  const isCounted = numbers.map((number) => {
    counted = number === counted + 1 ? number : Number(number === 1);
    return counted > 0;
  });
  return lines.map((line, at) => {
    const isRow = isCounted[at] && ((numbers[at] ?? 0) > 1 || numbers[at + 1] === 2);
    if (isRow) return 'ordered';
    return marks.unordered.test(line) ? 'unordered' : null;
  });
};

/**
 * Returns plain text as blocks: a paragraph for each line, and a list for lines with bullets or numbers before them.
 */
export const readText = (text: string): Pasted => {
  const typed = text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
  const formats = formatsOf(typed);
  const lines = typed.map((line, at): PastedLine => {
    const format = formats[at] ?? null;
    return {
      form: format === null ? { kind: 'paragraph' } : { kind: 'item', path: [format] },
      runs: [{ text: format === null ? line : line.replace(marks[format], '') }],
      container: null,
    };
  });
  return { blocks: blocksOfLines(lines), leftOut: [] };
};
