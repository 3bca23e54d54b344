import { randomUUID } from 'node:crypto';
import { responseTags } from 'shared';
import type { Cms } from '#server/cms/client';
import { privateHeadersByName } from '#server/http/path-rules';
import { errorStatus } from '#shared/error-status';
import { findWellKnown } from './well-known-paths';

/** What the page cache learns from a rendering about the page, beside the page itself. */
export interface CacheHints {
  /** The tags of the content that the page shows, collected by the CMS client. */
  tags: Set<string>;
  /** Set by a page: when the clock alone makes it wrong, in milliseconds since 1970. */
  expiresAt?: number;
  /** Set by the CMS client: a response was missing, so the page counts as failed. */
  isIncomplete?: boolean;
}

/** Lets a page expire at that instant, if not sooner; null where the clock changes nothing. */
export function expireAt(hints: CacheHints, instant: string | null): void {
  if (instant !== null) hints.expiresAt = Math.min(hints.expiresAt ?? Infinity, Date.parse(instant));
}

/** The result of rendering a page from its key. */
export interface Rendered {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  hints: CacheHints;
}

/**
 * What may be done with a rendered page:
 * - `cacheable`: stored until its content changes;
 * - `not-found`: nothing is there (404, 410); stored apart, so that invented addresses cannot evict pages;
 * - `failed`: a stale page, if there is one, is better; otherwise it is sent, and kept for a few seconds in case that
 *   the CMS is down;
 * - `uncacheable`: sent once and never stored, because the page said so.
 */
export type Cacheability = 'cacheable' | 'not-found' | 'failed' | 'uncacheable';

const permanentRedirects = new Set([301, 308]);
const textualType = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml))/;

/**
 * Decides what may be done with a rendered page. One that lacks a response of the CMS has failed, even if it was
 * rendered without it.
 */
export function cacheabilityOf({ status, headers, body, hints }: Rendered): Cacheability {
  if (status >= 500 || status === 429 || hints.isIncomplete) return 'failed';
  if (headers['set-cookie'] !== undefined || /no-store|private/i.test(headers['cache-control'] ?? ''))
    return 'uncacheable';
  if (status === 404 || status === 410) return 'not-found';
  if (permanentRedirects.has(status)) return headers['location'] ? 'cacheable' : 'failed';
  if (status !== 200 || !textualType.test(headers['content-type'] ?? '')) return 'uncacheable';
  // An empty page is never intended: it is what a mistake looks like.
  return body.length > 0 ? 'cacheable' : 'failed';
}

/** Says for the log why a rendering counts as failed. */
export const describeFailure = ({ status, hints }: Rendered) =>
  `status ${status}${hints.isIncomplete ? ', without a CMS response that it needs' : ''}`;

const passedOnHeaders = [
  'content-type',
  'location',
  'content-disposition',
  'content-security-policy',
  'x-robots-tag',
  'link',
  'set-cookie',
] as const;

/**
 * Returns those of a page's headers that matter to a client, and how long it may be used without asking again: never in
 * a browser, `cdnSeconds` in a CDN, and as long again while the CDN asks. Private pages are kept by neither.
 * @see https://www.rfc-editor.org/rfc/rfc9213
 */
export function ownHeaders(
  key: string,
  { status, headers }: Rendered,
  isStorable: boolean,
  cdnSeconds: number,
): Record<string, string> {
  const own: Record<string, string> = {};
  for (const name of passedOnHeaders) if (headers[name] !== undefined) own[name] = headers[name];
  own['cache-control'] = isStorable ? 'no-cache' : 'no-store';
  const privately = privateHeadersByName(key);
  if (isStorable && cdnSeconds > 0 && Object.keys(privately).length === 0)
    own['cdn-cache-control'] = `max-age=${cdnSeconds}, stale-while-revalidate=${cdnSeconds}`;
  if (status === 503) own['retry-after'] = '10';
  return { ...own, ...privately };
}

/** Nitro's response to a call inside the process. */
interface LocalResponse {
  status: number;
  headers: Readonly<Record<string, unknown>>;
  body: unknown;
}

export interface RendererOptions {
  localCall: (request: {
    url: string;
    method: string;
    headers: Record<string, string>;
    protocol: string;
    context: unknown;
  }) => Promise<LocalResponse>;
  cmsFor: (hints: CacheHints) => Pick<Cms, 'redirect'>;
  siteUrl: string;
}

function flattenHeaders(headers: LocalResponse['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );
}

function toBuffer(body: unknown): Buffer {
  if (body === null || body === undefined) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (typeof body === 'string') return Buffer.from(body, 'utf8');
  throw new TypeError('A page returned neither text nor bytes.');
}

const movedTo = (location: string, hints: CacheHints): Rendered => ({
  status: 301,
  headers: { location, 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(`This page is now at ${location}\n`),
  hints,
});

/** The tags of what `error.vue` shows of the site. */
const errorPageTags = [...responseTags.practice, ...responseTags.topics, ...responseTags.posts];

/** Header values are ASCII; a path that is ASCII already may contain escapes, which must not be escaped again. */
export const asLocation = (path: string) => (/[^!-~]/.test(path) ? encodeURI(path) : path);

/**
 * Returns a function that renders a page from its key: a call inside this process with the site's own address and
 * without any header of the reader's request, so that nothing of one reader can reach another. Where there is no page,
 * the CMS is asked whether it has moved, and feeds are found where other software has them (301).
 */
export function createRenderer({ localCall, cmsFor, siteUrl }: RendererOptions) {
  const { host, protocol } = new URL(siteUrl);
  return async (key: string): Promise<Rendered> => {
    const hints: CacheHints = { tags: new Set() };
    const response = await localCall({
      url: key,
      method: 'GET',
      headers: { host, accept: 'text/html' },
      protocol: protocol.slice(0, -1),
      // Nitro copies this to `event.context` of the inner request.
      context: { _platform: { cacheHints: hints, requestId: randomUUID() } },
    });
    const rendered = () => ({
      status: response.status,
      headers: flattenHeaders(response.headers),
      body: toBuffer(response.body),
      hints,
    });
    if (response.status !== 404) return rendered();
    // Nuxt renders the error page in a request of its own, so its tags are not among the hints.
    for (const tag of errorPageTags) hints.tags.add(tag);
    const [path = key] = key.split('?', 1);
    try {
      const { to } = await cmsFor(hints).redirect(path);
      if (to !== path) return movedTo(asLocation(to), hints);
    } catch (error) {
      if (errorStatus(error) !== 404) hints.isIncomplete = true;
    }
    const elsewhere = findWellKnown(path);
    return elsewhere === null || elsewhere === path ? rendered() : movedTo(elsewhere, hints);
  };
}
