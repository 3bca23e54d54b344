import { cacheKey } from '#server/page-cache/key';
import { inLowerCase } from './path-rules';
import { decodeFully, tidyPath } from './readable-path';

/** No page of the site has a URL of even 500 characters. */
const maxUrlLength = 2000;

/**
 * Where a request target leads: to a page (`key` is its cache key), to another URL with the path `path`, or nowhere.
 */
export type CanonicalUrl =
  | { kind: 'canonical'; path: string; key: string }
  | { kind: 'redirect'; path: string; to: string }
  | { kind: 'invalid'; status: 400 | 404 | 414 };

const invalid = (status: 400 | 404 | 414): CanonicalUrl => ({ kind: 'invalid', status });

const isDotSegment = (segment: string) => segment === '.' || segment === '..';

/** Returns whether a path differs from this one in its escapes alone; an escaped slash is another path to proxies. */
function isSpellingOf(plain: string, rawPath: string): boolean {
  try {
    return decodeURIComponent(rawPath) === plain && !/%2f/i.test(rawPath);
  } catch {
    return false;
  }
}

/** Returns a text up to the first of these characters, and what follows it. */
function cutAt(text: string, characters: RegExp): [before: string, after: string] {
  const at = text.search(characters);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * Returns a request target as browsers send it, `/blog?page=2`, of one that begins with a host: every server must
 * accept both.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
 */
export function originForm(target: string): string {
  const relative = target.replace(/^https?:\/\/[^/?#]*/i, '');
  return relative === target || relative.startsWith('/') ? relative : `/${relative}`;
}

/**
 * Reads a request target such as `/blog?page=2`. Two spellings of one URL have one cache key, whatever is escaped in
 * them; one that differs in more than its escapes is redirected, so that links from paper, chats and emails work and
 * search engines count one page. The target of a redirect is a path of this site and nothing else.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
 */
export function canonicalUrl(target: string): CanonicalUrl {
  if (target.length > maxUrlLength) return invalid(414);
  if (!target.startsWith('/')) return invalid(400);
  const [withoutFragment] = cutAt(target, /#/);
  const [rawPath, query] = cutAt(withoutFragment, /\?/);
  const decoded = decodeFully(rawPath);
  // An escaped question mark was meant as one: no path of the site contains it.
  const [beforeQuery, escapedQuery] = cutAt(decoded, /[?#]/);
  const plain = inLowerCase(tidyPath(beforeQuery));
  if (plain.split('/').some(isDotSegment)) return invalid(404);
  const path = encodeURI(plain);
  const key = cacheKey(path, query || escapedQuery);
  return isSpellingOf(plain, rawPath) ? { kind: 'canonical', path, key } : { kind: 'redirect', path, to: key };
}
