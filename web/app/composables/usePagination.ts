import type { Pagination } from 'shared';
import { pagePath, parsePageNumber } from '~/utils/navigation';

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
