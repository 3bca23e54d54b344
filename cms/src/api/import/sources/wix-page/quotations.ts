import type { PageLine } from './page-lines';

const whole = /^(?:“[^“”]+”|"[^"]+"|‘[^‘]+’)[.,;!?]?$/u;
const withRemark = /^(“[^“”]+”|"[^"]+")\s*[….]{2,}\s*(\p{Lu}.*)$/u;

/** A line that is one quotation from its first to its last mark. */
export const isQuotation = (text: string): boolean => whole.test(text);

/** A quotation that can stand in a list with others: longer ones are quotations in their own right. */
export const isShortQuotation = (text: string): boolean => isQuotation(text) && text.length <= 120;

/** Who said it, on the line under a quotation: "– Carl Rogers" for sure, "Carl Rogers" most likely. */
export function judgeAttribution(text: string): 'sure' | 'likely' | 'no' {
  if (/^[–—~-]\s*\p{Lu}[^.!?]{1,60}$/u.test(text) && text.split(' ').length <= 8) return 'sure';
  return /^\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){1,2}$/u.test(text) ? 'likely' : 'no';
}

/**
 * A row of quotations often ends with a word about all of them: “Get it together”……… Or words of that effect. Behind
 * another quotation, such a line is a quotation and a paragraph; the dots between them have done their work.
 */
export function splitClosingRemarks(lines: PageLine[]): { lines: PageLine[]; changes: string[] } {
  const changes: string[] = [];
  const split = lines.flatMap((line, index) => {
    const match = withRemark.exec(line.text);
    const [, quotation, remark] = match ?? [];
    if (!quotation || !remark || !isQuotation(lines[index - 1]?.text ?? '')) return [line];
    changes.push(`the dots behind ${quotation} are gone and “${remark}” is a paragraph of its own`);
    return [
      { ...line, text: quotation },
      { ...line, text: remark, apart: false },
    ];
  });
  return { lines: split, changes };
}
