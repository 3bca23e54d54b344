import { cacheKey } from '#server/page-cache/key';

/** No page of the site has a URL of even 500 characters. */
const maxUrlLength = 2000;

/** Where a request target leads: to a page (`key` is its cache key), to another URL, or nowhere. */
export type CanonicalUrl =
  | { kind: 'canonical'; path: string; key: string }
  | { kind: 'redirect'; to: string }
  | { kind: 'invalid'; status: 400 | 414 };

const invalid = (status: 400 | 414): CanonicalUrl => ({ kind: 'invalid', status });

/**
 * Encoded or doubled separators and backslashes: proxies and servers read them differently, so they are not read at
 * all.
 */
const ambiguous = /\/\/|%2f|%5c|[\\#]/i;
// eslint-disable-next-line no-control-regex -- control characters are exactly what must not get through
const control = /[\u0000-\u001f\u007f]/;

const isDotSegment = (segment: string) => segment === '.' || segment === '..';

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/**
 * Reads a request target such as `/blog?page=2`. The path is decoded and encoded again, so that two spellings of one
 * URL have one cache key. A trailing slash is redirected: search engines count two URLs as two pages.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
 */
export function canonicalUrl(target: string): CanonicalUrl {
  if (target.length > maxUrlLength) return invalid(414);
  const queryAt = target.indexOf('?');
  const rawPath = queryAt < 0 ? target : target.slice(0, queryAt);
  const search = queryAt < 0 ? '' : target.slice(queryAt + 1);
  if (!rawPath.startsWith('/') || ambiguous.test(rawPath)) return invalid(400);
  const decoded = decode(rawPath);
  if (decoded === null || control.test(decoded) || decoded.split('/').some(isDotSegment)) return invalid(400);
  const path = encodeURI(decoded).replaceAll('?', '%3F').replaceAll('#', '%23');
  if (path.length > 1 && path.endsWith('/')) return { kind: 'redirect', to: cacheKey(path.slice(0, -1), search) };
  return { kind: 'canonical', path, key: cacheKey(path, search) };
}
