import { describe, expect, it } from 'vitest';
import { findWellKnown } from './well-known-paths';

describe('where other software has its feeds', () => {
  it.each([
    ['/feed.xml', ['/feed', '/rss', '/rss.xml', '/atom.xml', '/blog-feed.xml', '/index.xml', '/index.rdf', '/rss2']],
    [
      '/feed.xml',
      ['/feed/rss2', '/feed/atom', '/feeds/posts/default', '/blog/feed', '/blog/rss.xml', '/blog/feed.xml'],
    ],
    ['/feed.json', ['/feed/json', '/index.json', '/blog/feed.json']],
    ['/workshops/feed.xml', ['/workshops/feed', '/workshops/rss.xml']],
    ['/topics/rest/feed.xml', ['/topics/rest/feed', '/topics/rest/rss.xml']],
    ['/blog/rest/comments.xml', ['/blog/rest/feed', '/blog/rest/comments/feed']],
    ['/sitemap.xml', ['/sitemap', '/sitemap_index.xml', '/wp-sitemap.xml', '/blog-posts-sitemap.xml']],
  ])('is %s on this site', (to, paths) => {
    for (const path of paths) expect(findWellKnown(path), path).toBe(to);
    expect([null, to]).toContain(findWellKnown(to));
  });

  it.each([
    '/',
    '/blog',
    '/index',
    '/posts',
    '/feedback',
    '/rss-and-me',
    '/blog/rest/news',
    '/topics/feed',
    '/x/feed.xml',
  ])('is not %s', (path) => {
    expect(findWellKnown(path)).toBeNull();
  });
});
