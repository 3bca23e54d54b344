/** The parameters that change a page, and where. Everything else in a query is left aside: it would only make copies of one page. */
const known = [
  { pages: /^\/blog$/, name: 'page', valid: /^[1-9]\d{0,4}$/, usual: '1' },
  { pages: /^\/blog\/[^/]+$/, name: 'comments', valid: /^[1-9]\d{0,4}$/, usual: '1' },
  { pages: /^\/workshops$/, name: 'past', valid: /^[1-9]\d{0,4}$/, usual: '1' },
  { pages: /^\/topics\/[^/]+$/, name: 'page', valid: /^[1-9]\d{0,4}$/, usual: '1' },
];

/**
 * The name of a page in the cache and the address that it is rendered from: its path and the parameters that it knows, in a
 * fixed order; a value that is not valid, or says what holds anyway, is left out. `search` has no question mark.
 */
export function pageKey(path: string, search: string): string {
  if (search === '') return path;
  const query = new URLSearchParams(search);
  const kept = known
    .filter(({ pages }) => pages.test(path))
    .map(({ name, valid, usual }) => ({ name, value: query.get(name) ?? usual, valid, usual }))
    .filter(({ value, valid, usual }) => valid.test(value) && value !== usual)
    .map(({ name, value }) => `${name}=${value}`);
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}
