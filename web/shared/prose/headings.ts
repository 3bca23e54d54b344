/** The text of a heading as the fragment of its address: lower-case letters and digits joined by hyphens, without accents. */
export function anchor(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[’'ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/** Gives each heading of one page an id that no other has; ids that the page itself uses are `taken` from the start. */
export function anchors(taken: readonly string[]): (text: string) => string {
  const used = new Set(taken);
  return (text) => {
    const wanted = anchor(text) || 'section';
    let id = wanted;
    for (let n = 2; used.has(id); n += 1) id = `${wanted}-${n}`;
    used.add(id);
    return id;
  };
}

export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

/**
 * The levels at which headings stand on the page, for the levels that were typed. The page's h1 is its title, so the
 * highest level in use becomes h2; deeper ones follow in their order, and none is more than one step below the heading
 * before it (WCAG 1.3.1: no level is skipped).
 */
export function headingLevels(typed: readonly number[]): HeadingLevel[] {
  const ranks = [...new Set(typed)].sort((a, b) => a - b);
  let before = 1;
  return typed.map((level) => {
    const wanted = ranks.indexOf(level) + 2;
    before = Math.min(wanted, before + 1, 6);
    return before as HeadingLevel;
  });
}

/** Whether she numbered her headings herself ("1. …", "2) …"): then the page doesn't number them a second time. */
export const numbersItself = (headings: readonly string[]): boolean =>
  headings.some((heading) => /^\s*\d+\s*[.)]/.test(heading));
