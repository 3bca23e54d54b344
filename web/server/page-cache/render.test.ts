import { createError } from 'h3';
import { describe, expect, it } from 'vitest';
import { cacheabilityOf, createRenderer, expireAt, ownHeaders, type Rendered } from './render';

const rendered = (some: Partial<Rendered>): Rendered => ({
  status: 200,
  headers: { 'content-type': 'text/html;charset=utf-8' },
  body: Buffer.from('<p>words</p>'),
  hints: { tags: new Set() },
  ...some,
});

describe('the cacheability', () => {
  it.each([
    ['a page', rendered({}), 'cacheable'],
    ['a feed', rendered({ headers: { 'content-type': 'application/rss+xml; charset=utf-8' } }), 'cacheable'],
    ['a feed in JSON', rendered({ headers: { 'content-type': 'application/feed+json' } }), 'cacheable'],
    ['a permanent move', rendered({ status: 301, headers: { location: '/new' }, body: Buffer.alloc(0) }), 'cacheable'],
    ['a move to nowhere', rendered({ status: 301, headers: {} }), 'failed'],
    ['a temporary redirect', rendered({ status: 302, headers: { location: '/x' } }), 'uncacheable'],
    ['a 404', rendered({ status: 404 }), 'not-found'],
    ['a 410', rendered({ status: 410 }), 'not-found'],
    ['an empty page', rendered({ body: Buffer.alloc(0) }), 'failed'],
    ['a server error', rendered({ status: 500 }), 'failed'],
    ['a 503', rendered({ status: 503 }), 'failed'],
    ['a page that lacks a response of the CMS', rendered({ hints: { tags: new Set(), isIncomplete: true } }), 'failed'],
    [
      'a page for one reader',
      rendered({ headers: { 'content-type': 'text/html', 'cache-control': 'private, no-store' } }),
      'uncacheable',
    ],
    ['a cookie', rendered({ headers: { 'content-type': 'text/html', 'set-cookie': 'a=b' } }), 'uncacheable'],
    ['bytes', rendered({ headers: { 'content-type': 'application/octet-stream' } }), 'uncacheable'],
  ])('of %s is decided by status, headers and body', (_, page, cacheability) => {
    expect(cacheabilityOf(page)).toBe(cacheability);
  });
});

describe('the headers of a page', () => {
  const told = (isStorable: boolean, cdnSeconds: number) => ownHeaders('/blog', rendered({}), isStorable, cdnSeconds);
  it('let a CDN keep it for the seconds that are set, and never what is not stored', () => {
    expect(told(true, 0)).toEqual({ 'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-cache' });
    expect(told(true, 2)).toMatchObject({
      'cache-control': 'no-cache',
      'cdn-cache-control': 'max-age=2, stale-while-revalidate=2',
    });
    expect(told(false, 2)).toEqual({ 'content-type': 'text/html;charset=utf-8', 'cache-control': 'no-store' });
  });
});

describe('the expiry of a page', () => {
  it('is the earliest of all instants, and unchanged where the clock changes nothing', () => {
    const hints = { tags: new Set<string>(), expiresAt: undefined };
    expireAt(hints, null);
    expect(hints.expiresAt).toBeUndefined();
    for (const instant of ['2027-05-02T10:00:00Z', '2027-05-01T10:00:00Z', '2027-05-03T10:00:00Z'])
      expireAt(hints, instant);
    expect(hints.expiresAt).toBe(Date.parse('2027-05-01T10:00:00Z'));
  });
});

describe('the renderer', () => {
  const render = (
    response: { status: number; headers?: Record<string, unknown>; body?: unknown },
    redirect: () => Promise<{ to: string }> = () => Promise.reject(createError({ statusCode: 404 })),
    key = '/blog/a-post?page=2',
  ) => {
    const calls: unknown[] = [];
    const renderer = createRenderer({
      siteUrl: 'https://example.org',
      localCall: (call) => {
        calls.push(call);
        return Promise.resolve({ headers: {}, body: 'page', ...response });
      },
      cmsFor: () => ({ redirect }),
    });
    return renderer(key).then((rendered) => ({ rendered, calls }));
  };

  it('calls the site with its own address and without any header of a reader', async () => {
    const { calls } = await render({ status: 200 });
    expect(calls).toEqual([
      {
        url: '/blog/a-post?page=2',
        method: 'GET',
        headers: { host: 'example.org', accept: 'text/html' },
        protocol: 'https',
        context: {
          _platform: { cacheHints: { tags: new Set() }, requestId: expect.stringMatching(/^[\da-f-]{36}$/) as string },
        },
      },
    ]);
  });

  it('returns headers in lower case, each on one line, and any body as bytes', async () => {
    const headers = { 'Content-Type': 'text/html', Link: ['</a>', '</b>'], 'X-Count': 3 };
    const { rendered } = await render({ status: 200, headers, body: 'é' });
    expect(rendered).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html', link: '</a>, </b>', 'x-count': '3' },
      body: Buffer.from('é'),
    });
    for (const [body, expected] of [
      [null, ''],
      [undefined, ''],
      [Buffer.from('b'), 'b'],
      [new Uint8Array([98]), 'b'],
    ] as const)
      expect((await render({ status: 200, body })).rendered.body.toString()).toBe(expected);
    await expect(render({ status: 200, body: 7 })).rejects.toThrow(TypeError);
  });

  it('redirects to where a missing page has moved, with the path in ASCII', async () => {
    const { rendered } = await render({ status: 404 }, () => Promise.resolve({ to: '/blog/café' }));
    expect(rendered).toMatchObject({ status: 301, headers: { location: '/blog/caf%C3%A9' } });
    expect(rendered.body.toString()).toBe('This page is now at /blog/caf%C3%A9\n');
    const escaped = await render({ status: 404 }, () => Promise.resolve({ to: '/blog/caf%C3%A9' }));
    expect(escaped.rendered.headers['location']).toBe('/blog/caf%C3%A9');
  });

  it('answers 404 where nothing has moved, and asks by the path without its query', async () => {
    const asked: string[] = [];
    const redirect = ((path: string) => {
      asked.push(path);
      return Promise.resolve({ to: path });
    }) as () => Promise<{ to: string }>;
    const { rendered } = await render({ status: 404 }, redirect, '/caf%C3%A9?page=2');
    expect([rendered.status, asked]).toEqual([404, ['/caf%C3%A9']]);
    const missing = await render({ status: 404 });
    expect([missing.rendered.status, missing.rendered.hints.isIncomplete]).toEqual([404, undefined]);
  });

  it('marks a 404 as incomplete when the CMS cannot say whether the page has moved', async () => {
    const { rendered } = await render({ status: 404 }, () => Promise.reject(createError({ statusCode: 503 })));
    expect([rendered.status, rendered.hints.isIncomplete]).toEqual([404, true]);
  });
});
