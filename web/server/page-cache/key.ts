import { isShownZone } from '#shared/time-zones';

const pageNumber = { valid: /^[1-9]\d{0,4}$/, default: '1' };

/**
 * The query parameters that change a page, and where. All others are dropped: they would only store one page several
 * times.
 */
const parameters = [
  { paths: /^\/blog$/, name: 'page', ...pageNumber },
  { paths: /^\/blog\/[^/]+$/, name: 'comments', ...pageNumber },
  // Also of a comment that is no longer there, which the page says.
  { paths: /^\/blog\/[^/]+\/comment$/, name: 'reply', valid: /^[\w-]{1,20}$/, default: '' },
  { paths: /^\/book$/, name: 'from', valid: /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, default: '' },
  { paths: /^\/book$/, name: 'zone', valid: { test: isShownZone }, default: '' },
  { paths: /^\/contact\/workshop$/, name: 'about', valid: /^[a-z0-9-]{1,200}$/, default: '' },
  { paths: /^\/workshops$/, name: 'past', ...pageNumber },
  { paths: /^\/topics\/[^/]+$/, name: 'page', ...pageNumber },
];

/**
 * Returns the cache key of a page, which is also the address that it is rendered from: its path and the parameters
 * above, in a fixed order. A value that is not valid, or is the default, is dropped.
 * @param search the query without its question mark
 */
export function cacheKey(path: string, search: string): string {
  if (search === '') return path;
  const query = new URLSearchParams(search);
  const kept = parameters
    .filter(({ paths }) => paths.test(path))
    .map((parameter) => ({ ...parameter, value: query.get(parameter.name) ?? parameter.default }))
    .filter(({ value, valid, default: usual }) => valid.test(value) && value !== usual)
    .map(({ name, value }) => `${name}=${value}`);
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}
