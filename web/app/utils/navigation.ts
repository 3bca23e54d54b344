/**
 * Returns the value of `aria-current` for a link on the page `here`: this page, a page below it, or none.
 *
 * @see https://www.w3.org/TR/wai-aria-1.2/#aria-current
 */
export function ariaCurrent(path: string, here: string): 'page' | 'true' | undefined {
  const current = here.replace(/\/+$/, '') || '/';
  if (current === path) return 'page';
  return path !== '/' && current.startsWith(`${path}/`) ? 'true' : undefined;
}

/** Returns the page number in a query, from 1; null for any other value, so that no page has two URLs. */
export function parsePageNumber(query: unknown): number | null {
  if (query === undefined) return 1;
  return typeof query === 'string' && /^[1-9]\d{0,4}$/.test(query) ? Number(query) : null;
}

/** Returns the path of one page of a list. The first page has no number in its query. */
export const pagePath = (path: string, page: number, parameter = 'page'): string =>
  page === 1 ? path : `${path}?${parameter}=${page}`;

/** Returns the page numbers to link to: the first, the last and those around the current one. Null stands for a gap. */
export function paginationItems(current: number, count: number): (number | null)[] {
  const linked = Array.from({ length: count }, (_, n) => n + 1).filter(
    (page) => page === 1 || page === count || Math.abs(page - current) <= 1,
  );
  return linked.flatMap((page, n) => {
    const previous = linked[n - 1] ?? 0;
    if (page - previous === 2) return [page - 1, page];
    return page - previous > 2 ? [null, page] : [page];
  });
}
