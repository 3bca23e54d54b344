import { slug as contract } from 'shared';
import { describe, expect, it } from 'vitest';
import { freeSlug, slugFrom } from './slug';

describe('slugFrom', () => {
  it.each([
    [
      'Why We Resist Self-Compassion (Even When We Know It Matters)',
      'why-we-resist-self-compassion-even-when-we-know-it-matters',
    ],
    ['Don’t be "lazy" – it\'s fine', 'dont-be-lazy-its-fine'],
    ['Café, naïveté & Œuvre', 'cafe-naivete-and-oeuvre'],
    ['Petrūska Straße Ærø', 'petruska-strasse-aero'],
    ['  5 ways…  ', '5-ways'],
    ['½ hour', '1-2-hour'],
    ['!!!', ''],
    ['Привет', ''],
  ])('%s', (title, slug) => {
    expect(slugFrom(title)).toBe(slug);
    if (slug !== '') expect(contract.safeParse(slug).success).toBe(true);
  });
  it('cuts a long title after a word and leaves room for a suffix', () => {
    const slug = slugFrom('kindness '.repeat(40));
    expect(slug.length).toBeLessThanOrEqual(180);
    expect(slug).toMatch(/-kindness$/);
    expect(slugFrom('a'.repeat(300))).toHaveLength(180);
  });
});

describe('freeSlug', () => {
  it('keeps a slug that is free and counts up from 2 otherwise', () => {
    const taken = new Set(['rest', 'rest-2']);
    expect(freeSlug('play', (slug) => taken.has(slug))).toBe('play');
    expect(freeSlug('rest', (slug) => taken.has(slug))).toBe('rest-3');
  });
});
