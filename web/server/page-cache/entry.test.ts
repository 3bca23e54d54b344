import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formTokenPlaceholder } from '#server/forms/form-token';
import { type Entry, type EntryParts, makeEntry, sendEntry } from './entry';

const security = ['x-content-type-options', 'nosniff'];
const br = { coding: 'br', body: Buffer.from('br'), etag: '"a-br"' } as const;
const plain = { coding: 'identity', body: Buffer.from('plain'), etag: '"a"' } as const;

const entryOf = (parts: Partial<EntryParts> = {}): Entry =>
  makeEntry(
    {
      key: '/blog',
      status: 200,
      ownHeaders: { 'content-type': 'text/html', 'cache-control': 'no-cache' },
      bodies: [plain, br],
      versions: { posts: 1 },
      validatedEpoch: 3,
      renderStartedAt: 100,
      expiresAt: Infinity,
      ...parts,
    },
    security,
  );

/** What is written for a request with these headers. */
function send(entry: Entry, headers: Record<string, string> = {}, method = 'GET') {
  const written: { status?: number; headers?: string[]; body?: unknown } = {};
  const res = {
    writeHead: (status: number, flat: string[]) => Object.assign(written, { status, headers: flat }),
    end: (body?: unknown) => Object.assign(written, { body }),
  } as unknown as ServerResponse;
  sendEntry({ headers, method } as unknown as IncomingMessage, res, entry, (form) => `a ${form} token`);
  return written;
}

describe('an entry', () => {
  it('has the headers of each coding ready', () => {
    const { representations } = entryOf();
    const own = ['content-type', 'text/html', 'cache-control', 'no-cache'];
    expect(representations.identity.headers).toEqual([
      ...own,
      ...['content-length', '5', 'etag', '"a"', 'vary', 'accept-encoding'],
      ...security,
    ]);
    expect(representations.br?.headers).toEqual([
      ...own,
      ...['content-encoding', 'br', 'content-length', '2', 'etag', '"a-br"', 'vary', 'accept-encoding'],
      ...security,
    ]);
    expect(representations.br?.notModifiedHeaders).toEqual([
      ...['cache-control', 'no-cache', 'etag', '"a-br"', 'vary', 'accept-encoding'],
      ...security,
    ]);
  });

  it('tells a CDN that has asked how long it may go on', () => {
    const ownHeaders = { 'cache-control': 'no-cache', 'cdn-cache-control': 'max-age=1' };
    expect(entryOf({ ownHeaders }).representations.br?.notModifiedHeaders.slice(0, 4)).toEqual(
      Object.entries(ownHeaders).flat(),
    );
  });

  it('keeps a header of its own instead of the site’s, also where nothing has changed', () => {
    const ownHeaders = { 'cache-control': 'no-cache', 'content-security-policy': "style-src 'sha256-own'" };
    const entry = makeEntry({ ...entryOf(), bodies: [plain, br], ownHeaders }, [
      'content-security-policy',
      'x',
      ...security,
    ]);
    const { headers, notModifiedHeaders } = entry.representations.identity;
    for (const sent of [headers, notModifiedHeaders]) {
      expect(sent.filter((one) => one === 'content-security-policy')).toHaveLength(1);
      expect(sent).toContain("style-src 'sha256-own'");
      expect(sent.slice(-2)).toEqual(security);
    }
  });

  it('has no entity tag unless it is a 200, and does not vary where it has one coding', () => {
    const { representations } = entryOf({ status: 404, bodies: [plain], ownHeaders: {} });
    expect(representations.identity.headers).toEqual(['content-length', '5', ...security]);
    expect(representations.identity.notModifiedHeaders).toEqual(security);
  });

  it('starts unfailed and shareable, and counts its bytes', () => {
    const { failedAt, isShareable, bytes, staleSince } = entryOf();
    expect({ failedAt, isShareable, bytes, staleSince }).toEqual({
      failedAt: -Infinity,
      isShareable: true,
      bytes: 3000 + 10 + 5 + 2 * 2,
      staleSince: undefined,
    });
    expect(entryOf({ isShareable: false }).isShareable).toBe(false);
  });
});

describe('sending an entry', () => {
  it('sends the coding that the client prefers, or the plain body', () => {
    expect(send(entryOf(), { 'accept-encoding': 'gzip, br' })).toMatchObject({ status: 200, body: br.body });
    expect(send(entryOf())).toMatchObject({ status: 200, body: plain.body });
    expect(send(entryOf({ bodies: [plain] }), { 'accept-encoding': 'br, gzip' }).body).toBe(plain.body);
  });

  it('makes gzip of the plain body once, when the first client asks for it', () => {
    const entry = entryOf();
    const { headers, body } = send(entry, { 'accept-encoding': 'gzip' });
    expect(gunzipSync(body as Buffer)).toEqual(plain.body);
    expect(headers?.join()).toContain('content-encoding,gzip,content-length,25,etag,"a-gzip",vary,accept-encoding');
    expect(send(entry, { 'accept-encoding': 'gzip' }).body).toBe(body);
    expect(send(entry, { 'accept-encoding': 'gzip', 'if-none-match': '"a-gzip"' }).status).toBe(304);
    // Where brotli saves nothing, gzip does not either.
    expect(send(entryOf({ bodies: [plain] }), { 'accept-encoding': 'gzip' }).body).toBe(plain.body);
  });

  it('sends no body for HEAD, but the same headers', () => {
    const entry = entryOf();
    const head = send(entry, {}, 'HEAD');
    expect(head).toEqual({ status: 200, headers: entry.representations.identity.headers, body: undefined });
  });

  it('answers 304 to a client that has this coding, and 200 to one that has another', () => {
    const entry = entryOf();
    expect(send(entry, { 'if-none-match': '"a"' })).toEqual({
      status: 304,
      headers: entry.representations.identity.notModifiedHeaders,
      body: undefined,
    });
    expect(send(entry, { 'if-none-match': '"a-br"' }).status).toBe(200);
    expect(send(entry, { 'if-none-match': '"a-br"', 'accept-encoding': 'br' }).status).toBe(304);
    expect(send(entryOf({ status: 404 }), { 'if-none-match': '*' }).status).toBe(404);
  });

  it('answers 304 by the date of a feed to a client that has no entity tag', () => {
    const at = Date.parse('2026-05-01T10:00:00.500Z');
    for (const type of [
      'application/rss+xml; charset=utf-8',
      'application/feed+json',
      'text/calendar; charset=utf-8',
    ]) {
      const feed = entryOf({ ownHeaders: { 'content-type': type }, renderStartedAt: at });
      expect(feed.representations.identity.headers.join()).toContain('last-modified,Fri, 01 May 2026 10:00:00 GMT');
      const since = (date: string, more = {}) => send(feed, { 'if-modified-since': date, ...more }).status;
      expect(since('Fri, 01 May 2026 10:00:00 GMT')).toBe(304);
      expect(since('Fri, 01 May 2026 09:59:59 GMT')).toBe(200);
      expect(since('yesterday')).toBe(200);
      // The entity tag says more than the date.
      expect(since('Fri, 01 May 2026 10:00:00 GMT', { 'if-none-match': '"b"' })).toBe(200);
    }
    expect(send(entryOf(), { 'if-modified-since': 'Fri, 01 May 2099 10:00:00 GMT' }).status).toBe(200);
  });
});

describe('a page with a form', () => {
  const page = Buffer.from(`<input value="${formTokenPlaceholder('registration')}" /> – for £5`);
  const form = entryOf({
    bodies: [{ coding: 'identity', body: page, etag: '"a"' }, br],
    ownHeaders: { 'cache-control': 'no-store' },
  });
  const sent = '<input value="a registration token" /> – for £5';

  it('is sent with a token of its own each time, and never as not modified', () => {
    const asked: Record<string, string>[] = [{}, { 'accept-encoding': 'br' }, { 'if-none-match': '"a"' }];
    for (const headers of asked) {
      const { status, headers: written, body } = send(form, headers);
      expect([status, String(body)]).toEqual([200, sent]);
      expect(written).toEqual([
        'cache-control',
        'no-store',
        ...security,
        'content-length',
        `${Buffer.byteLength(sent)}`,
      ]);
    }
    expect(send(form, {}, 'HEAD')).toMatchObject({ status: 200, body: undefined });
  });

  it('is sent in gzip to whoever takes that', () => {
    for (const accepted of ['gzip, deflate, br, zstd', 'gzip']) {
      const { headers = [], body } = send(form, { 'accept-encoding': accepted });
      expect(String(gunzipSync(body as Buffer))).toBe(sent);
      expect(headers.slice(-4)).toEqual(['content-encoding', 'gzip', 'content-length', `${(body as Buffer).length}`]);
    }
  });
});
