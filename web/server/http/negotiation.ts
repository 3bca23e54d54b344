import fresh from 'fresh';
import Negotiator from 'negotiator';

/** The content codings in which a page is stored, best first: the smaller body wins among equals. */
export const codings = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof codings)[number];

/**
 * Returns the coding of `available` that the client prefers; `identity` if it sent no header or accepts none of them.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
 */
export function chooseCoding(acceptEncoding: string | undefined, available: readonly Coding[]): Coding {
  if (!acceptEncoding) return 'identity';
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  return negotiator.encodings(available, { preferred: codings })[0] ?? 'identity';
}

/**
 * Returns whether `If-None-Match` names this entity tag, so that the response can be 304. Other request headers are
 * ignored: a reload that asks for a new copy sends no tag.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
export const matchesEtag = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined && fresh({ 'if-none-match': ifNoneMatch }, { etag });
