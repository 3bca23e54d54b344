import type { Pagination } from 'shared';
import { pageAddress, pageAsked } from '~/domain/pages-of-a-list';

/** The page of a list that the address asks for by the parameter `name`; an address that names none is a 404. */
export function usePageAsked(name = 'page'): number {
  const page = pageAsked(useRoute().query[name]);
  if (page === null) throw createError({ status: 404, message: 'The list has no such page.', fatal: true });
  return page;
}

/** The addresses of the pages before and after one of a list; a page beyond the last is a 404. An empty list has its first page. `name` is the parameter's. */
export function useTurns(
  path: string,
  { page, pageCount }: Pagination,
  name = 'page',
): { previous: string | null; next: string | null } {
  if (page > Math.max(pageCount, 1))
    throw createError({ status: 404, message: 'The list has no such page.', fatal: true });
  return {
    previous: page > 1 ? pageAddress(path, page - 1, name) : null,
    next: page < pageCount ? pageAddress(path, page + 1, name) : null,
  };
}
