import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib';
import fresh from 'fresh';
import Negotiator from 'negotiator';

/** The content codings in which a page is sent, best first: the smaller body wins among equals. */
export const codings = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof codings)[number];
/** Those in which it is stored; gzip is made of it when somebody asks for it. */
export const storedCodings = ['br', 'identity'] as const;

/**
 * Returns the coding of `available` that the client prefers; `identity` if it sent no header or accepts none of them.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
 */
export function chooseCoding(acceptEncoding: string | undefined, available: readonly Coding[]): Coding {
  if (!acceptEncoding) return 'identity';
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  return negotiator.encodings(available, { preferred: codings })[0] ?? 'identity';
}

/** A response body in one content coding, with its entity tag. */
export interface EncodedBody<C extends Coding = (typeof storedCodings)[number]> {
  coding: C;
  body: Buffer;
  etag: string;
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Compressing a smaller body than this saves no packet, in bytes. */
const minCompressibleBytes = 1000;
const compressibleType = /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml))/;
const isCompressible = (body: Buffer, contentType: string): boolean =>
  body.length >= minCompressibleBytes && compressibleType.test(contentType);

/**
 * Quality 5 of 11 in a window no larger than a page: within one in a hundred as small as quality 9, in two thirds of
 * its time (11 takes fifty times as long for a tenth less). The first reader after a change waits for it. It runs
 * outside the event loop.
 */
function compress(body: Buffer): Promise<Buffer> {
  const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } =
    constants;
  const params = {
    [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    [BROTLI_PARAM_QUALITY]: 5,
    [BROTLI_PARAM_LGWIN]: 16,
    [BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotliAsync(body, { params });
}

/**
 * Returns the entity tag of a body. It is a strong one, so each coding has its own. (The `etag` package makes other,
 * longer tags.)
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.8.1
 */
export function etagOf(body: Buffer, coding: Coding): string {
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return coding === 'identity' ? `"${digest}"` : `"${digest}-${coding}"`;
}

const tagIn = (coding: Coding, identityTag: string) => `${identityTag.slice(0, -1)}-${coding}"`;

/** Returns a body as it is, and in brotli if that makes it smaller; `identity` comes first and is always there. */
export async function encode(body: Buffer, contentType: string): Promise<EncodedBody[]> {
  const identity: EncodedBody = { coding: 'identity', body, etag: etagOf(body, 'identity') };
  if (!isCompressible(body, contentType)) return [identity];
  const br = await compress(body);
  if (br.length >= body.length) return [identity];
  return [identity, { coding: 'br', body: br, etag: tagIn('br', identity.etag) }];
}

/**
 * Returns a body in gzip, for the few clients that do not accept brotli. It takes about a millisecond, so it is done
 * once for each page that one of them asks for.
 */
export const gzipped = ({ body, etag }: Pick<EncodedBody, 'body' | 'etag'>): EncodedBody<'gzip'> => ({
  coding: 'gzip',
  body: gzipSync(body, { level: 7 }),
  etag: tagIn('gzip', etag),
});

/** Returns a body in the coding that a client prefers, for a response that is sent once. */
export async function encodeOnce(
  body: Buffer,
  contentType: string,
  acceptEncoding: string | undefined,
): Promise<Pick<EncodedBody<Coding>, 'coding' | 'body'>> {
  const coding = chooseCoding(acceptEncoding, codings);
  if (coding === 'identity' || !isCompressible(body, contentType)) return { coding: 'identity', body };
  return { coding, body: coding === 'br' ? await compress(body) : await gzipAsync(body) };
}

/**
 * Returns whether `If-None-Match` names this entity tag.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
export const matchesEtag = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined && fresh({ 'if-none-match': ifNoneMatch }, { etag });

/** The condition of a request, from its headers. */
interface Condition {
  ifNoneMatch: string | undefined;
  ifModifiedSince: string | undefined;
}

/**
 * Returns whether the client has this representation, so that the response can be 304: by its entity tag, or without
 * one by its date, if it has one. Other request headers are ignored: a reload that asks for a new copy sends neither.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export function isNotModified(
  { ifNoneMatch, ifModifiedSince }: Condition,
  etag: string,
  lastModified?: string,
): boolean {
  if (ifNoneMatch !== undefined) return matchesEtag(ifNoneMatch, etag);
  if (ifModifiedSince === undefined || lastModified === undefined) return false;
  return fresh({ 'if-modified-since': ifModifiedSince }, { 'last-modified': lastModified });
}
