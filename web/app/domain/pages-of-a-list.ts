/** The number that `?page=` asks for, from 1 on; null for anything else, so that no page has two addresses. */
export function pageAsked(query: unknown): number | null {
  if (query === undefined) return 1;
  return typeof query === 'string' && /^[1-9]\d{0,4}$/.test(query) ? Number(query) : null;
}

/** The address of one page of a list; the first one's has no number. `name` is the parameter's. */
export const pageAddress = (path: string, page: number, name = 'page'): string =>
  page === 1 ? path : `${path}?${name}=${page}`;

/** The pages to link to: the first, the last, and those around the current one; null stands for those between. */
export function pageNumbers(current: number, count: number): (number | null)[] {
  const near = Array.from({ length: count }, (_, n) => n + 1).filter(
    (page) => page === 1 || page === count || Math.abs(page - current) <= 1,
  );
  return near.flatMap((page, n) => {
    const before = near[n - 1] ?? 0;
    if (page - before === 2) return [page - 1, page];
    return page - before > 2 ? [null, page] : [page];
  });
}
