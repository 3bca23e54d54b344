import type { Pagination } from 'shared';

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

/**
 * Returns the number of the list page that the URL asks for.
 *
 * @param parameter the name of the query parameter
 * @throws 404 when the parameter is not a page number
 */
export function usePageNumber(parameter = 'page'): number {
  const page = parsePageNumber(useRoute().query[parameter]);
  if (page === null) throw createError({ status: 404, message: 'The list has no such page.', fatal: true });
  return page;
}

/**
 * Returns the paths of the previous and the next page of a list. An empty list has one page.
 *
 * @throws 404 when the page is beyond the last
 */
export function usePaginationLinks(
  path: string,
  { page, pageCount }: Pagination,
  parameter = 'page',
): { previous: string | null; next: string | null } {
  if (page > Math.max(pageCount, 1))
    throw createError({ status: 404, message: 'The list has no such page.', fatal: true });
  return {
    previous: page > 1 ? pagePath(path, page - 1, parameter) : null,
    next: page < pageCount ? pagePath(path, page + 1, parameter) : null,
  };
}
