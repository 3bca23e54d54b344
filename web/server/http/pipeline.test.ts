import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEvent, type H3Event } from 'h3';
import { afterEach, describe, expect, it } from 'vitest';
import { type Entry, makeEntry } from '#server/page-cache/entry';
import { createPipeline, sendIfFresh } from './pipeline';
import { encode } from './representation';

const security = ['content-security-policy', "default-src 'none'", 'x-content-type-options', 'nosniff'];
const siteUrl = 'https://quiet-room.example';
const createToken = (form: string) => `a ${form} token`;

async function entryFor(key: string): Promise<Entry> {
  const ownHeaders = { 'content-type': 'text/html', 'cache-control': 'no-cache' };
  const bodies = await encode(Buffer.from(`page ${key}`), 'text/html');
  const rendering = { versions: {}, validatedEpoch: 0, renderStartedAt: 0, expiresAt: Infinity };
  return makeEntry({ key, status: 200, ownHeaders, bodies, ...rendering }, security);
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A pipeline before a fake of Nitro and a page cache that has every page; `fresh` are the keys of the fresh ones. */
async function open({
  fresh = {},
  respond,
}: { fresh?: Record<string, Entry>; respond?: (event: H3Event) => void } = {}) {
  const asked: string[] = [];
  const events: H3Event[] = [];
  const pipeline = createPipeline(
    {
      pages: {
        get: (key) => {
          asked.push(`page ${key}`);
          return entryFor(key);
        },
      },
      createToken,
      security,
      siteUrl,
      isAsset: (path) => path === '/favicon.svg',
    },
    (event) => {
      asked.push(`nitro ${event.node.req.url ?? ''}`);
      events.push(event);
      if (respond) respond(event);
      else event.node.res.writeHead(200, { 'content-type': 'text/plain' }).end('nitro');
    },
  );
  const getFresh = (key: string) => fresh[key];
  server = createServer((req, res) => {
    if (!sendIfFresh({ pages: { getFresh }, createToken }, req, res)) void pipeline(createEvent(req, res));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const send = (method: string, path: string, { headers = {}, body }: { headers?: object; body?: string } = {}) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
      const options = { host: '127.0.0.1', port, method, path, headers: { ...headers }, agent: false };
      const sending = request(options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        });
      });
      sending.on('error', reject).end(body);
    });
  return { asked, events, send };
}

const formType = { 'content-type': 'application/x-www-form-urlencoded' };
const expectSafe = (headers: IncomingHttpHeaders) => {
  expect(headers).toMatchObject({
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
};

describe('the request pipeline, for a page', () => {
  it('serves a fresh page without asking anybody', async () => {
    const { asked, send } = await open({ fresh: { '/blog': await entryFor('/blog') } });
    const response = await send('GET', '/blog');
    expect([response.status, response.body, asked]).toEqual([200, 'page /blog', []]);
    expectSafe(response.headers);
  });

  it('asks the page cache for any other page, by its cache key', async () => {
    const { asked, send } = await open();
    expect((await send('GET', '/bl%6Fg?page=2&utm=x')).body).toBe('page /blog?page=2');
    expect(asked).toEqual(['page /blog?page=2']);
  });

  it('answers HEAD with the headers alone', async () => {
    const { send } = await open();
    const { status, headers, body } = await send('HEAD', '/blog');
    expect([status, headers['content-length'], body]).toEqual([200, '10', '']);
  });

  it('never serves the fresh page in answer to a POST', async () => {
    const { asked, send } = await open({ fresh: { '/blog': await entryFor('/blog') } });
    const { status, headers } = await send('POST', '/blog');
    expect([status, headers.allow, asked]).toEqual([405, 'GET, HEAD', []]);
  });
});

describe('the request pipeline, for a URL that is not canonical', () => {
  it('redirects a trailing slash for good, without its unknown parameters', async () => {
    const { asked, send } = await open();
    const { status, headers, body } = await send('GET', '/blog/?page=2&utm=x');
    expect([status, headers.location, body, asked]).toEqual([301, '/blog?page=2', '', []]);
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-length': '0' });
    expectSafe(headers);
  });

  it.each(['/help-now)', '//Help-Now/', '/help-now%20', '/help%2Dnow%3Futm=1', '/%5Chelp-now'])(
    'redirects %s for good, without asking anybody',
    async (path) => {
      const { asked, send } = await open();
      const { status, headers } = await send('GET', path);
      expect([status, headers.location, asked]).toEqual([301, '/help-now', []]);
    },
  );

  it.each(['//evil.example', '/%2Fevil.example', '/\\evil.example', '/%5C/evil.example', '/.//evil.example/%2e%2e'])(
    'never leaves the site: %s',
    async (path) => {
      const { send } = await open();
      const { headers } = await send('GET', path);
      expect(headers.location ?? '/').toMatch(/^\/(?![/\\])/);
    },
  );

  it('asks the page cache for one key, however a URL is spelled', async () => {
    const { asked, send } = await open();
    const spellings = ['/blog?page=2', '/blog?x=1&page=2', '/%62log?page=2', '/bl%6Fg?page=2&%78=1', '/BLOG?page=2']
      .concat(['/blog%3Fpage=2', '/blog%253Fpage=2', '/blog%23?page=2', '//blog?page=2', '/%2Fblog?page=2'])
      .concat(['/%5Cblog?page=2', '/blog%00?page=2', '/bl%25%36%66g?page=2', '/blog%E2%80%8B?page=2', '/blog.?page=2']);
    for (const spelling of spellings) {
      const { status, headers } = await send('GET', spelling);
      expect([200, 301], spelling).toContain(status);
      if (status === 301) expect((await send('GET', headers.location ?? '')).status, spelling).toBe(200);
    }
    expect(new Set(asked)).toEqual(new Set(['page /blog?page=2']));
  });

  it('redirects a private link, and stores and passes on nothing of it', async () => {
    const { send } = await open();
    const { status, headers } = await send('GET', '/your-comment/Tok.en%3E');
    expect([status, headers.location]).toEqual([301, '/your-comment/Tok.en']);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    });
  });

  it('takes a form at its own path in another spelling', async () => {
    const { asked, send } = await open();
    const { status } = await send('POST', '/your-comment/Tok.en)', { headers: formType, body: 'text=Hello' });
    expect([status, asked]).toEqual([200, ['nitro /your-comment/Tok.en']]);
  });

  it('reads a target that begins with a host like any other', async () => {
    const { asked, send } = await open();
    expect((await send('GET', 'http://elsewhere.test/blog?page=2')).status).toBe(200);
    expect((await send('GET', 'http://elsewhere.test/your-comment/Tok.en')).status).toBe(200);
    expect(asked).toEqual(['page /blog?page=2', 'nitro /your-comment/Tok.en']);
  });

  it('redirects no form', async () => {
    const { send } = await open();
    const { status, headers } = await send('POST', '/blog/');
    expect([status, headers.allow, headers.location]).toEqual([405, 'GET, HEAD', undefined]);
  });

  it.each([
    ['/blog/../../x', 404],
    ['/%2e%2e/x', 404],
    [`/${'x'.repeat(3000)}`, 414],
    ['/__nuxt_error', 404],
    ['/_ipx/w_1/a.jpg', 404],
  ])('rejects %s', async (path, expected) => {
    const { asked, send } = await open();
    const { status, headers, body } = await send('GET', path);
    expect([status, asked]).toEqual([expected, []]);
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    expect(body).toContain('If you need help now');
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
    expectSafe(headers);
  });

  it('answers a rejected HEAD without a body', async () => {
    const { send } = await open();
    const { status, body } = await send('HEAD', '/../x');
    expect([status, body]).toEqual([404, '']);
  });

  it.each(['DELETE', 'OPTIONS', 'TRACE'])('rejects %s and says what is allowed', async (method) => {
    const { asked, send } = await open();
    const { status, headers } = await send(method, '/your-comment');
    expect([status, headers.allow, asked]).toEqual([405, 'GET, HEAD, POST', []]);
  });
});

describe('the request pipeline, for what Nitro answers', () => {
  it.each([
    ['GET', '/your-comment'],
    ['GET', '/media/a.jpg'],
    ['POST', '/webhooks/content-changed'],
    ['GET', '/favicon.svg'],
  ])('hands on %s %s', async (method, path) => {
    const { asked, send } = await open();
    const { body, headers } = await send(method, path);
    expect([body, asked]).toEqual(['nitro', [`nitro ${path}`]]);
    expectSafe(headers);
  });

  it('gives each request an id of its own, in the response and in the context', async () => {
    const { events, send } = await open();
    const ids = [await send('GET', '/your-comment'), await send('GET', '/your-comment')].map(
      ({ headers }) => headers['x-request-id'],
    );
    expect(ids).toEqual(events.map(({ context }) => context.requestId));
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('asks for pages rather than JSON, whatever the client prefers', async () => {
    const { events, send } = await open();
    await send('GET', '/your-comment', { headers: { accept: 'application/json' } });
    expect(events[0]?.node.req.headers.accept).toBe('text/html');
  });

  it('keeps private pages out of every cache, whatever Nitro says', async () => {
    const { send } = await open({
      respond: ({ node: { res } }) => res.setHeader('cache-control', 'public').writeHead(200).end(),
    });
    const { headers } = await send('GET', '/your-comment/token');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    });
  });

  it('lets files of the build be stored for a day, unless Nitro says otherwise', async () => {
    const { send } = await open();
    expect((await send('GET', '/favicon.svg')).headers['cache-control']).toBe('public, max-age=86400');
    server?.close();
    const hashed = await open({
      respond: ({ node: { res } }) => res.setHeader('cache-control', 'immutable').writeHead(200).end(),
    });
    expect((await hashed.send('GET', '/favicon.svg')).headers['cache-control']).toBe('immutable');
  });

  it('lets a response replace the content security policy, but no other header', async () => {
    const { send } = await open({
      respond: ({ node: { res } }) => {
        res.setHeader('content-security-policy', 'sandbox').setHeader('x-content-type-options', 'sniff');
        res.setHeader('x-powered-by', 'Nuxt').writeHead(200).end();
      },
    });
    const { headers } = await send('GET', '/media/a.jpg');
    expect(headers).toMatchObject({ 'content-security-policy': 'sandbox', 'x-content-type-options': 'nosniff' });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('leaves a call inside the process alone', async () => {
    const seen: unknown[] = [];
    const pages = { get: entryFor };
    const pipeline = createPipeline({ pages, createToken, security, siteUrl, isAsset: () => false }, (event) => {
      seen.push(event.context.requestId);
      return 'rendered';
    });
    const local = { node: { req: { url: '/__nuxt_content/x', method: 'GET' }, res: {} }, context: {} };
    expect(pipeline(local as unknown as H3Event)).toBe('rendered');
    expect(seen).toEqual([undefined]);
  });
});

describe('the request pipeline, for a form', () => {
  it('reads the form and hands it on', async () => {
    const { events, send } = await open();
    const { status, headers } = await send('POST', '/your-comment', { headers: formType, body: 'number=7&code=x' });
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect([...(events[0]?.context.form ?? [])]).toEqual([
      ['number', '7'],
      ['code', 'x'],
    ]);
  });

  it.each([
    ['of another site', 403, { ...formType, origin: 'https://other.example' }, 'x=1'],
    ['that is too large', 413, formType, 'x'.repeat(70_000)],
    ['that is not a form', 415, { 'content-type': 'application/json' }, '{}'],
  ])('rejects one %s', async (_, expected, headers, body) => {
    const { asked, send } = await open();
    const response = await send('POST', '/your-comment/token', { headers, body });
    expect([response.status, asked]).toEqual([expected, []]);
    expect(response.headers['referrer-policy']).toBe('no-referrer');
    expectSafe(response.headers);
  });

  it('accepts one that its own pages sent', async () => {
    const { asked, send } = await open();
    await send('POST', '/your-comment', { headers: { ...formType, origin: siteUrl }, body: 'x=1' });
    expect(asked).toEqual(['nitro /your-comment']);
  });

  it('does not answer a client that has gone away', async () => {
    const { asked } = await open();
    const { port } = server?.address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const options = { host: '127.0.0.1', port, method: 'POST', path: '/your-comment', agent: false };
      const sending = request({ ...options, headers: { ...formType, 'content-length': 100 } });
      sending.on('error', () => undefined).on('close', resolve);
      sending.write('x=1', () => sending.destroy());
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toEqual([]);
  });
});
