import { describe, expect, it } from 'vitest';
import { sitemap } from './sitemap';

const changed = '2026-03-12T09:00:00.000Z';

describe('sitemap', () => {
  it('names the fixed pages and what is published, whole, with the day it changed', () => {
    const xml = sitemap(
      {
        posts: [{ slug: 'nights', changed }],
        topics: [{ slug: 'sleep', changed }],
        pages: [{ slug: 'about', changed }],
        workshops: [{ slug: 'a-morning', changed }],
      },
      'https://example.org',
    );
    const places = [...xml.matchAll(/<loc>([^<]+)/g)].map((match) => match[1]);
    expect(places).toEqual(
      [
        '/',
        '/blog',
        '/help-now',
        '/privacy',
        '/accessibility',
        '/comment-policy',
        '/about',
        '/workshops',
        '/workshops/a-morning',
        '/topics/sleep',
        '/blog/nights',
      ].map((path) => `https://example.org${path}`),
    );
    expect(xml).toContain(`<loc>https://example.org/blog/nights</loc><lastmod>${changed}</lastmod>`);
  });

  it('leaves out a page of workshops that would be empty', () => {
    expect(sitemap({ posts: [], topics: [], pages: [], workshops: [] }, 'https://example.org')).not.toContain(
      'workshops',
    );
  });

  it('is never longer than a sitemap may be', () => {
    const posts = Array.from({ length: 50_001 }, (_, n) => ({ slug: `p${n}`, changed }));
    expect(
      sitemap({ posts, topics: [], pages: [], workshops: [] }, 'https://example.org').match(/<url>/g),
    ).toHaveLength(50_000);
  });
});
