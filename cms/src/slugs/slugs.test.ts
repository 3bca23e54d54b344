import { slug as contract } from 'shared';
import { describe, expect, it } from 'vitest';
import { freeSlug, isHomePage, pathFromTyped, pathKey, pathOf, redirectingPaths, slugFrom, slugInPath } from './slugs';

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
    ['Привет, мир', 'privet-mir'],
    ['Καλημέρα', 'kalimera'],
    ['ＦＵＬＬ width ﬁne', 'full-width-fine'],
    ['Þorn, đ, ł and ð', 'thorn-d-l-and-d'],
    ['你好，世界', 'ni-hao-shi-jie'],
    ['心の声', 'xin-no-sheng'],
    ['コーヒー', 'kohi'],
    ['안녕하세요 여러분', 'annyeonghaseyo-yeoleobun'],
    ['שלום עולם', 'slvm-vlm'],
    ['ความเมตตา', 'khwamemtta'],
    ['करुणा क्या है', 'kruna-kya-hai'],
    ['ራስን መውደድ', 'rasn-mewded'],
    ['مرحبا بالعالم', 'mrhba-balealm'],
    ['தமிழ், বাংলা', 'tmil-bamla'],
    ['🌱 Spring', 'spring'],
    ['🙏', ''],
    ['\u200b\u2060', ''],
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

describe('pathOf and slugInPath', () => {
  it('are each other’s way back', () => {
    expect(pathOf('post', 'rest')).toBe('/blog/rest');
    expect(slugInPath('post', '/blog/rest')).toBe('rest');
    expect(slugInPath('page', '/about')).toBe('about');
    expect(slugInPath('topic', '/topics/rest/feed.xml')).toBeNull();
    expect(slugInPath('post', '/about')).toBeNull();
    expect(slugInPath('page', '/')).toBeNull();
  });
});

describe('redirectingPaths', () => {
  it('adds where it stood until now', () => {
    expect(redirectingPaths(['/blog/a'], '/blog/b', '/blog/c')).toEqual(['/blog/a', '/blog/b']);
  });
  it('drops the redirect from an address that it gets back', () => {
    expect(redirectingPaths(['/blog/a'], '/blog/b', '/blog/a')).toEqual(['/blog/b']);
  });
  it('adds nothing when it stays, or was not public', () => {
    expect(redirectingPaths([], '/blog/a', '/blog/a')).toEqual([]);
    expect(redirectingPaths(['/old'], null, '/blog/a')).toEqual(['/old']);
  });
  it('keeps each once', () => {
    expect(redirectingPaths(['/blog/a', '/blog/a'], '/blog/a', '/blog/b')).toEqual(['/blog/a']);
  });
});

describe('isHomePage', () => {
  it('knows a home page however it was pasted, and no other', () => {
    for (const typed of ['/', ' // ', 'https://old.example', 'https://old.example/?x=1', '/#top'])
      expect(isHomePage(typed), typed).toBe(true);
    for (const typed of ['', ' ', '/about', 'https://old.example/about']) expect(isHomePage(typed), typed).toBe(false);
  });
});

describe('pathFromTyped', () => {
  it.each([
    ['https://old.example/post/why-we-resist?x=1#top', '/post/why-we-resist'],
    ['post/why-we-resist/', '/post/why-we-resist'],
    [' /about ', '/about'],
    ['/', null],
    ['', null],
    ['two words', null],
    ['https://old.example/Post/%C3%9Cber-Mich/', '/post/über-mich'],
    ['/post/u\u0308ber-mich\u200b', '/post/über-mich'],
    ['/post/two%20words', '/post/two%20words'],
  ])('%s', (typed, path) => {
    expect(pathFromTyped(typed)).toBe(path);
  });
});

describe('pathKey', () => {
  it.each([
    ['/caf%C3%A9', '/caf%c3%a9', '/CAFÉ', '/cafe\u0301', '/café/', '//café'],
    ['/a%20b', '/A%20B/', '/a b'],
    ['/100%25', '/100%'],
    ['/%ff', '/%FF'],
    ['/what%3F', '/what?'],
  ])('is the same for every spelling of %s', (...spellings) => {
    const keys = spellings.map(pathKey);
    expect(new Set(keys)).toHaveLength(1);
    expect(pathKey(keys[0] ?? '')).toBe(keys[0]);
  });
});
