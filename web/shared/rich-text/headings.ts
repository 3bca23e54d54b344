const maxIdLength = 60;

/**
 * Words by which reader views take an element for what is around the text, whatever is in it: without a prefix that
 * says otherwise they would drop a heading such as "Social anxiety".
 *
 * @see https://github.com/mozilla/readability (`unlikelyCandidates`)
 */
const pageFurniture =
  /-ad-|banner|breadcrumbs|comment|community|extra|footer|header|legends|menu|pager|pagination|popup|related|remark|replies|rss|sidebar|social|sponsor|supplemental/;

/**
 * Returns the fragment id for a heading: lower-case letters and digits joined by hyphens, without accents; may be
 * empty.
 */
export function headingId(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const id = plain
    .replace(/[’'ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, maxIdLength)
    .replace(/(?<!-)-+$/, '');
  return pageFurniture.test(id) ? `content-${id}` : id;
}

/**
 * Returns a function that gives each heading of a page an id of its own.
 *
 * @param reserved ids that the page uses elsewhere
 */
export function uniqueHeadingIds(reserved: readonly string[]): (text: string) => string {
  const used = new Set(reserved);
  return (text) => {
    const wanted = headingId(text) || 'section';
    let id = wanted;
    for (let n = 2; used.has(id); n += 1) id = `${wanted}-${n}`;
    used.add(id);
    return id;
  };
}

export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

/**
 * Returns the levels to render for the levels that were written. The page's title is its h1, so the highest level in
 * use becomes h2; none is more than one step below the heading before it.
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships
 */
export function headingLevels(written: readonly number[]): HeadingLevel[] {
  const ranks = [...new Set(written)].sort((a, b) => a - b);
  let previous = 1;
  return written.map((level) => {
    const wanted = ranks.indexOf(level) + 2;
    previous = Math.min(wanted, previous + 1, 6);
    return previous as HeadingLevel;
  });
}

/** Returns whether the headings carry their own numbers ("1. …", "2) …"): then the page adds none. */
export const hasOwnNumbers = (headings: readonly string[]): boolean =>
  headings.some((heading) => /^\s*\d+\s*[.)]/.test(heading));
