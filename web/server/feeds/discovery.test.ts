import { describe, expect, it } from 'vitest';
import { robotsTxt, securityTxt, sitemap } from './discovery';

const changed = '2026-03-12T09:00:00.000Z';

const nothing = { posts: [], topics: [], pages: [], workshops: [] };

describe('sitemap.xml', () => {
  it('lists the fixed pages and what is published by absolute URL, with its last change', () => {
    const xml = sitemap(
      {
        posts: [{ slug: 'nights', changed }],
        topics: [{ slug: 'sleep', changed }],
        pages: [{ slug: 'about', changed }],
        workshops: [{ slug: 'a-morning', changed }],
      },
      'https://example.org',
      ['/facts', '/book'],
    );
    const places = [...xml.matchAll(/<loc>([^<]+)/g)].map((match) => match[1]);
    expect(places).toEqual(
      [
        '/',
        '/blog',
        '/contact',
        '/help-now',
        '/privacy',
        '/accessibility',
        '/comment-policy',
        '/facts',
        '/book',
        '/about',
        '/workshops',
        '/workshops/a-morning',
        '/topics/sleep',
        '/blog/nights',
      ].map((path) => `https://example.org${path}`),
    );
    expect(xml).toContain(`<loc>https://example.org/blog/nights</loc><lastmod>${changed}</lastmod>`);
  });

  it('leaves out pages that have nothing to say, and the list of workshops while it is empty', () => {
    const xml = sitemap(nothing, 'https://example.org', []);
    for (const part of ['workshops', 'facts', 'book']) expect(xml).not.toContain(part);
  });

  it('lists no more URLs than a sitemap may', () => {
    const posts = Array.from({ length: 50_001 }, (_, n) => ({ slug: `p${n}`, changed }));
    expect(sitemap({ ...nothing, posts }, 'https://example.org', []).match(/<url>/g)).toHaveLength(50_000);
  });
});

describe('security.txt', () => {
  it('is valid for five to six months, and changes each month', () => {
    const { text, changes } = securityTxt('hello@example.org', 'https://example.org', new Date('2026-11-22T10:00:00Z'));
    expect(text).toBe(
      'Contact: mailto:hello@example.org\nExpires: 2027-05-01T00:00:00.000Z\nPreferred-Languages: en\nCanonical: https://example.org/.well-known/security.txt\n',
    );
    expect(changes.toISOString()).toBe('2026-12-01T00:00:00.000Z');
  });
});

describe('robots.txt', () => {
  it('allows everything and names the sitemap', () => {
    expect(robotsTxt('https://example.org')).toBe(
      'User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\n',
    );
  });
});
