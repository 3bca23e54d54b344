import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { choosePages, readPages } from './read-pages';

const changed = '2026-11-26T03:15:00.000Z';
const entries = (...slugs: string[]) => slugs.map((slug) => ({ slug, changed }));
const sitemap = {
  posts: entries('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  workshops: entries('circle'),
  topics: entries('sleep', 'grief'),
  pages: entries('about'),
};

describe('the pages that a rehearsal opens', () => {
  it('are ten, of every kind that the site has', () => {
    const expected = ['/blog/a', '/workshops/circle', '/topics/sleep', '/about', '/blog/b', '/topics/grief', '/blog/c'];
    expect(choosePages(sitemap)).toEqual(['/', '/blog', '/workshops', ...expected]);
  });

  it('are ten for a new site, too', () => {
    const pages = choosePages({ posts: [], workshops: [], topics: [], pages: [] });
    expect([pages.length, new Set(pages).size]).toEqual([10, 10]);
  });
});

describe('a rehearsal that opens pages', () => {
  /** What the site answers instead of a page, by path. */
  const answers = new Map<string, { status: number; body: string }>();
  const page = '<html><h1>Hello</h1><img alt="" src="/media/lamp.webp"></html>\n';
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/api/sitemap') return response.end(JSON.stringify({ data: sitemap, meta: {} }));
    const { status, body } = answers.get(path) ?? { status: 200, body: page };
    return response.writeHead(status).end(body);
  });
  const read = (readsPictures = true): Promise<number> => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return readPages({ url }, { url, webToken: 'x' }, { readsPictures });
  };

  beforeEach(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterEach(() => {
    answers.clear();
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  it('counts those that it has read', async () => {
    expect(await read()).toBe(10);
  });

  it.each([
    ['/topics/sleep', { status: 503, body: page }, '/topics/sleep answered 503.'],
    ['/', { status: 302, body: '' }, '/ answered 302.'],
    ['/blog/a', { status: 200, body: '<html><h1>Hel' }, '/blog/a was cut short.'],
    ['/media/lamp.webp', { status: 404, body: '' }, '/media/lamp.webp answered 404.'],
    ['/media/lamp.webp', { status: 200, body: '' }, '/media/lamp.webp is empty.'],
  ])('fails when %s answers %o', async (path, answer, message) => {
    answers.set(path, answer);
    await expect(read()).rejects.toThrow(`The rehearsal failed: ${message}`);
  });

  it('leaves out pictures that are in a bucket', async () => {
    answers.set('/media/lamp.webp', { status: 404, body: '' });
    expect(await read(false)).toBe(10);
  });
});
