import { pageKey } from '#server/page-cache/key';

/** Longer addresses are nobody's link; RFC 9110 asks for at least 8000 to be understood in general, no page of ours needs 500. */
const longest = 2000;

/** What a request's target means: where it leads, or why it leads nowhere. */
export type Address =
  { kind: 'here'; path: string; key: string } | { kind: 'moved'; to: string } | { kind: 'refused'; status: 400 | 414 };

const refused = (status: 400 | 414): Address => ({ kind: 'refused', status });

/** Encoded or doubled separators, backslashes and dot segments: proxies and servers read them differently, so nothing reads them here. */
function ambiguous(raw: string): boolean {
  return /\/\/|%2f|%5c|[\\#]/i.test(raw);
}

// eslint-disable-next-line no-control-regex -- control characters are exactly what must not get through
const control = /[\u0000-\u001f\u007f]/;

/**
 * Reads a request target such as `/blog?page=2`. `path` is decoded and written again in one way (RFC 3986 6.2.2), so that two
 * spellings of one address are one key. A slash at the end is a moved page: one address a page is kinder to search engines.
 */
export function readAddress(target: string): Address {
  if (target.length > longest) return refused(414);
  const mark = target.indexOf('?');
  const raw = mark < 0 ? target : target.slice(0, mark);
  const search = mark < 0 ? '' : target.slice(mark + 1);
  if (!raw.startsWith('/') || ambiguous(raw)) return refused(400);
  let plain: string;
  try {
    plain = decodeURIComponent(raw);
  } catch {
    return refused(400);
  }
  if (control.test(plain) || plain.split('/').some((part) => part === '.' || part === '..')) return refused(400);
  const path = encodeURI(plain).replaceAll('?', '%3F').replaceAll('#', '%23');
  if (path.length > 1 && path.endsWith('/')) return { kind: 'moved', to: pageKey(path.slice(0, -1), search) };
  return { kind: 'here', path, key: pageKey(path, search) };
}
