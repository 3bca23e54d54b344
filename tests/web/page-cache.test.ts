import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { residentMegabytes } from '../bench/process-cost.ts';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { rawGet } from '../support/raw-get.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';
import { type RunningWeb, startWeb } from '../support/start-web.ts';

const post = 'api::post.post';
let cms: RunningCms;
let site: RunningWeb;
let admin: AdminClient;
let address: string;

beforeAll(async () => {
  cms = await startCms({ demo: true });
  site = await startWeb({ cmsUrl: cms.url, webToken: cms.webToken, webhookSecret: cms.webhookSecret });
  admin = await AdminClient.signIn(cms.url, cms.logins.counsellor);
  const feed = await (await fetch(`${site.url}/blog`)).text();
  address = `${site.url}${/\/blog\/[a-z0-9-]+/.exec(feed)?.[0] ?? '/blog/none'}`;
});
afterAll(async () => {
  await site.stop();
  await cms.stop();
});

const get = (place: string, headers: Record<string, string> = {}, method = 'GET') => rawGet(place, headers, method);
const becomes = (place: string, status: number) => expect.poll(async () => (await get(place)).status).toBe(status);

describe('a page that is made for one reader', () => {
  it.each([
    ['a form with a token from the cache', '/workshops/self-kindness-for-therapists/register', ['gzip', 'gzip']],
    ['a page that is never stored', '/your-comment', ['br', 'gzip']],
  ])('is compressed for whoever takes that: %s', async (_what, path, codings) => {
    const place = `${site.url}${path}`;
    const words = (page: Buffer) => page.toString().replaceAll(/value="[^"]*"/g, '');
    const plain = await get(place);
    const [first, second] = [
      await get(place, { 'accept-encoding': 'gzip, deflate, br' }),
      await get(place, { 'accept-encoding': 'gzip' }),
    ];
    expect([first, second].map(({ headers }) => headers['content-encoding'])).toEqual(codings);
    for (const { headers, body } of [first, second]) {
      const page = headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : gunzipSync(body);
      expect(words(page)).toBe(words(plain.body));
      expect(headers).toMatchObject({ 'content-length': String(body.length), 'cache-control': 'no-store' });
      expect(body.length).toBeLessThan(plain.body.length / 2);
    }
  });
});

describe('a page from the cache', () => {
  it('is the same plain, with gzip and with br, each with its own entity tag and nothing of the reader in it', async () => {
    const plain = await get(address);
    const gzip = await get(address, { 'accept-encoding': 'gzip' });
    const br = await get(address, {
      'accept-encoding': 'gzip, deflate, br',
      cookie: 'a=b',
      'user-agent': 'x',
      'x-forwarded-host': 'evil.example',
      host: 'evil.example',
    });
    expect([plain, gzip, br].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br']);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(plain.body.toString()).not.toContain('evil.example');
    expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers, body } of [plain, gzip, br]) {
      expect(headers).toMatchObject({
        'cache-control': 'no-cache',
        vary: 'accept-encoding',
        'content-length': String(body.length),
        'content-type': 'text/html;charset=utf-8',
      });
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('is answered with 304 to a client that has it', async () => {
    const first = await get(address, { 'accept-encoding': 'br' });
    const tag = String(first.headers.etag);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await get(address, { 'accept-encoding': 'br', 'if-none-match': known });
      expect({
        status: again.status,
        bytes: again.body.length,
        tag: again.headers.etag,
        vary: again.headers.vary,
      }).toEqual({ status: 304, bytes: 0, tag, vary: 'accept-encoding' });
    }
    expect((await get(address, { 'if-none-match': tag })).status).toBe(200);
  });

  it('answers HEAD like GET, without a body', async () => {
    const whole = await get(address, { 'accept-encoding': 'gzip' });
    const head = await get(address, { 'accept-encoding': 'gzip' }, 'HEAD');
    const lasting = (headers: typeof head.headers) => ({ ...headers, date: undefined });
    expect({ status: head.status, bytes: head.body.length, headers: lasting(head.headers) }).toEqual({
      status: 200,
      bytes: 0,
      headers: lasting(whole.headers),
    });
  });

  it('ignores query parameters that it does not know', async () => {
    const plain = await get(address);
    for (const odd of [`${address}?utm_source=x&fbclid=1`, address.replace('/blog/', '/%62log/')]) {
      expect((await get(odd)).headers.etag).toBe(plain.headers.etag);
    }
    const slash = await get(`${address}/?x=1`);
    expect([slash.status, slash.headers.location]).toEqual([301, new URL(address).pathname]);
  });

  it('is where an address leads that was copied from paper, a chat or an email', async () => {
    const help = [
      '/help-now.',
      '/help-now)',
      '/help-now%3E',
      '/HELP-NOW',
      '/Help-Now/',
      '//help-now',
      '/help-now%20',
    ].concat(['/help-now%E2%80%8B', '/help-now=20', '/help%252Dnow', '/help-now%3F', '/help-now%00', '/%5Chelp-now']);
    for (const place of help) {
      const { status, headers } = await rawGet(site.url, {}, 'GET', place);
      expect([place, status, headers.location]).toEqual([place, 301, '/help-now']);
    }
    const post = new URL(address).pathname;
    for (const [place, leadsTo] of [
      [`${post.toUpperCase()}/`, post],
      [`${post}%23comments`, post],
      ['/blog%3Fpage=2', '/blog?page=2'],
      ['//evil.example', '/evil.example'],
      ['/your-comment/Some.Token%3E', '/your-comment/Some.Token'],
    ] as const) {
      const { status, headers } = await rawGet(site.url, {}, 'GET', place);
      expect([place, status, headers.location]).toEqual([place, 301, leadsTo]);
    }
    const absolute = await rawGet(site.url, {}, 'GET', `${site.url}/help-now`);
    expect(absolute.status).toBe(200);
  });

  it.each([
    ['/feed', '/feed.xml'],
    ['/rss.xml', '/feed.xml'],
    ['/blog-feed.xml', '/feed.xml'],
    ['/workshops/feed', '/workshops/feed.xml'],
    ['/sitemap_index.xml', '/sitemap.xml'],
  ])('is found from %s, where other software has it', async (place, leadsTo) => {
    const { status, headers } = await rawGet(site.url, {}, 'GET', place);
    expect([status, headers.location]).toEqual([301, leadsTo]);
    expect((await get(site.url + leadsTo)).status).toBe(200);
  });

  it('has one entry for each page of a list', async () => {
    const [first, second] = await Promise.all([get(`${site.url}/blog`), get(`${site.url}/blog?page=2`)]);
    expect((await get(`${site.url}/blog?page=1`)).headers.etag).toBe(first.headers.etag);
    expect(second.status === 404 || second.headers.etag !== first.headers.etag).toBe(true);
  });
});

describe('content that changes', () => {
  it('is 404, then a page, then a redirect, then 404 again', async () => {
    const fields = {
      title: 'A walk by the canal',
      slug: 'a-walk-by-the-canal',
      body: paragraphs('Slowly, and without a reason.'),
    };
    const place = `${site.url}/blog/a-walk-by-the-canal`;
    const id = await admin.create(post, fields);
    for (let time = 0; time < 3; time += 1) expect((await get(place)).status).toBe(404);
    await admin.publish(post, id, fields);
    await becomes(place, 200);

    await admin.publish(post, id, { ...fields, slug: 'by-the-canal' });
    await becomes(place, 301);
    expect((await get(place)).headers.location).toBe('/blog/by-the-canal');
    expect((await get(`${site.url}/blog/by-the-canal`)).status).toBe(200);

    await admin.unpublish(post, id);
    await becomes(`${site.url}/blog/by-the-canal`, 404);
  });

  it('is polled at once when a webhook with the secret arrives', async () => {
    const hook = `${site.url}/webhooks/content-changed`;
    const send = async (authorization?: string) =>
      (await fetch(hook, { method: 'POST', headers: authorization ? { authorization } : {} })).status;
    expect([
      await send(),
      await send('Bearer'),
      await send(`Bearer ${cms.webhookSecret}x`),
      await send(`Bearer ${cms.webhookSecret}`),
    ]).toEqual([401, 401, 401, 204]);
  });
});

describe('the memory of the page cache', () => {
  it('stays bounded however many URLs are invented, and keeps the pages', async () => {
    // A small heap, so that growth means leaked memory rather than garbage that was not collected yet.
    const env = { NODE_OPTIONS: '--max-old-space-size=96 --max-semi-space-size=4' };
    const small = await startWeb({ cmsUrl: cms.url, webToken: cms.webToken, webhookSecret: cms.webhookSecret, env });
    try {
      const place = address.replace(site.url, small.url);
      const tag = (await get(place)).headers.etag;
      const invent = async (count: number): Promise<number> => {
        for (let at = 0; at < count; at += 10) {
          await Promise.all(
            Array.from({ length: 10 }, () => get(`${small.url}/invented/${Math.random().toString(36).slice(2)}`)),
          );
        }
        return residentMegabytes(small.pid);
      };
      const before = await invent(400);
      const grown = (await invent(600)) - before;
      process.stdout.write(
        `600 invented addresses after 400: ${Math.round(grown)} MB more than ${Math.round(before)} MB\n`,
      );
      expect(grown).toBeLessThan(40);
      expect((await get(place)).headers.etag).toBe(tag);
    } finally {
      await small.stop();
    }
  }, 120_000);
});
