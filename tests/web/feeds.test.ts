import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

const get = async (path: string): Promise<{ type: string; text: string }> => {
  const answer = await fetch(stack.site.url + path);
  expect(answer.status).toBe(200);
  return { type: answer.headers.get('content-type') ?? '', text: await answer.text() };
};

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => ['item', 'url'].includes(name),
});

interface Item {
  title: string;
  link: string;
  guid: { '#text': string };
  pubDate: string;
  'content:encoded': string;
}
interface Rss {
  rss: {
    version: string;
    channel: { title: string; link: string; 'atom:link': { rel: string; href: string }; item: Item[] };
  };
}

async function rss(path: string): Promise<Rss['rss']['channel']> {
  const { type, text } = await get(path);
  expect(type).toMatch(/^application\/rss\+xml/);
  expect(XMLValidator.validate(text)).toBe(true);
  const { rss: feed } = parser.parse(text) as Rss;
  expect(feed.version).toBe('2.0');
  return feed.channel;
}

describe('/feed.xml', () => {
  it('is RSS with the full text of each post, newest first', async () => {
    const channel = await rss('/feed.xml');
    expect(channel['atom:link']).toMatchObject({ rel: 'self', href: `${stack.site.url}/feed.xml` });
    expect(channel.item.length).toBeGreaterThanOrEqual(10);
    const days = channel.item.map((item) => Date.parse(item.pubDate));
    expect(days).toEqual([...days].sort((a, b) => b - a));
    for (const item of channel.item) {
      expect(item.link).toMatch(new RegExp(`^${stack.site.url}/blog/`));
      expect(item.guid['#text']).toMatch(/^urn:quiet-room:post:[a-z0-9]{24}$/);
      expect(item['content:encoded'].replace(/<[^>]+>/g, '').split(' ').length).toBeGreaterThan(100);
    }
  });

  it('answers 304 to a reader that remembers only the date', async () => {
    const { headers } = await fetch(`${stack.site.url}/feed.xml`);
    const since = { 'if-modified-since': headers.get('last-modified') ?? '' };
    expect((await fetch(`${stack.site.url}/feed.xml`, { headers: since })).status).toBe(304);
  });

  it('contains only absolute URLs', async () => {
    const html = (await rss('/feed.xml')).item.map((item) => item['content:encoded']).join('');
    const urls = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url);
    expect(urls.length).toBeGreaterThan(1);
    for (const url of urls) expect(url).toMatch(/^(https?:|mailto:|tel:|sms:)/);
  });
});

describe('/topics/<slug>/feed.xml', () => {
  it('contains the posts of that topic only', async () => {
    const sitemap = (await get('/sitemap.xml')).text;
    const topic = /\/topics\/[\w-]+/.exec(sitemap)?.[0] ?? '';
    const page = (await get(topic)).text;
    const channel = await rss(`${topic}/feed.xml`);
    expect(channel.item.length).toBeGreaterThan(0);
    for (const item of channel.item) expect(page).toContain(new URL(item.link).pathname);
  });

  it('is 404 for a topic that does not exist', async () => {
    expect((await fetch(`${stack.site.url}/topics/no-such-topic/feed.xml`)).status).toBe(404);
  });
});

describe('/feed.json', () => {
  it('is JSON Feed 1.1', async () => {
    const { type, text } = await get('/feed.json');
    expect(type).toMatch(/^application\/feed\+json/);
    const feed = JSON.parse(text) as {
      version: string;
      feed_url: string;
      items: { id: string; url: string; content_html: string; date_published: string }[];
    };
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${stack.site.url}/feed.json`,
    });
    expect(feed.items.length).toBeGreaterThan(1);
    for (const item of feed.items) {
      expect(item.url).toMatch(/\/blog\//);
      expect(item.content_html).toContain('<p>');
      expect(Date.parse(item.date_published)).not.toBeNaN();
    }
  });
});

describe('what search engines see', () => {
  it('has a sitemap of every indexable page, once, and each of them exists', async () => {
    const { type, text } = await get('/sitemap.xml');
    expect(type).toMatch(/xml/);
    expect(XMLValidator.validate(text)).toBe(true);
    const { urlset } = parser.parse(text) as { urlset: { url: { loc: string; lastmod?: string }[] } };
    for (const { lastmod } of urlset.url) expect(Date.parse(lastmod ?? '2020-01-01')).toBeLessThanOrEqual(Date.now());
    const addresses = urlset.url.map(({ loc }) => loc);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) {
      const answer = await fetch(address);
      expect([address, answer.status]).toEqual([address, 200]);
      const page = await answer.text();
      expect(page).toContain(`<link rel="canonical" href="${address}"`);
      expect([answer.headers.get('x-robots-tag'), /<meta name="robots"[^>]*noindex/.test(page)]).toEqual([null, false]);
      expect(page).toMatch(/<html\s+lang="en-GB"/);
    }
  });

  it('finds the sitemap in robots.txt', async () => {
    expect((await get('/robots.txt')).text).toContain(`Sitemap: ${stack.site.url}/sitemap.xml`);
  });

  it('finds structured data, Open Graph and a description in each post', async () => {
    const sitemap = (await get('/sitemap.xml')).text;
    const post = /\/blog\/[\w-]+/.exec(sitemap)?.[0] ?? '';
    const { text } = await get(post);
    const data = [...text.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(
      (match) => JSON.parse(match[1] ?? '') as object,
    );
    expect(JSON.stringify(data)).toContain('"BlogPosting"');
    for (const property of ['og:title', 'og:description', 'og:url', 'og:type'])
      expect(text).toContain(`property="${property}"`);
    expect(text).toMatch(/<meta name="description" content="[^"]{20,}"/);
  });
});

describe('/.well-known/security.txt', () => {
  it('names a contact and an expiry date (RFC 9116)', async () => {
    const { text } = await get('/.well-known/security.txt');
    expect(text).toMatch(/^Contact: (mailto:|https:)/m);
    const expires = Date.parse(/^Expires: (\S+)/m.exec(text)?.[1] ?? '');
    expect(expires).toBeGreaterThan(Date.now());
    expect(expires).toBeLessThan(Date.now() + 366 * 86_400_000);
  });
});
