import { describe, expect, it } from 'vitest';
import { contentTags, responseTags } from './cache-tags.js';
import { commentLimits, maxFormBytes } from './comments.js';
import { blocks, pictureSize } from './content.js';
import { slug } from './envelope.js';
import { sitePath } from './pages.js';
import { postsQuery } from './posts.js';

const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('slug', () => {
  it.each(['a', 'be-kinder', 'three-2-one'])('takes %s', (value) => expect(accepts(slug, value)).toBe(true));
  it.each(['', 'A', '-a', 'a-', 'a--b', 'ä', 'a/b', 'a b', 'a'.repeat(201)])('refuses “%s”', (value) =>
    expect(accepts(slug, value)).toBe(false),
  );
});

describe('the body of a form', () => {
  it('may hold the longest comment in any script, and is 64 kB', () => {
    expect(encodeURIComponent('🫶'.repeat(commentLimits.text.max)).length).toBeLessThan(maxFormBytes);
    expect(maxFormBytes).toBe(64 * 1024);
  });
});

describe('a path of the site', () => {
  it.each(['/', '/blog/a', '/post/über-mich'])('takes %s', (value) => expect(accepts(sitePath, value)).toBe(true));
  it.each(['', 'blog', '//evil.example', '/a?b', '/a#b', '/a b', '/\\evil.example'])('refuses “%s”', (value) =>
    expect(accepts(sitePath, value)).toBe(false),
  );
});

describe('the query of a list of posts', () => {
  it('fills in page and size', () => expect(postsQuery.parse({})).toEqual({ page: 1, pageSize: 10 }));
  it('reads numbers from text', () =>
    expect(postsQuery.parse({ page: '3', pageSize: '50' })).toMatchObject({ page: 3, pageSize: 50 }));
  it.each([{ page: '0' }, { page: 'x' }, { pageSize: '51' }, { status: 'draft' }, { topic: 'A B' }, { populate: '*' }])(
    'refuses %j',
    (query) => expect(accepts(postsQuery, query)).toBe(false),
  );
});

describe('blocks', () => {
  const text = (words: string) => [{ type: 'text', text: words }];

  it('take lists inside lists, as siblings of the item before', () => {
    const item = { type: 'list-item', children: text('one') };
    const inner = { type: 'list', format: 'ordered', children: [item] };
    expect(accepts(blocks, [{ type: 'list', format: 'unordered', children: [item, inner] }])).toBe(true);
  });

  it('take no block that the web would not know', () => {
    expect(accepts(blocks, [{ type: 'table', children: text('x') }])).toBe(false);
  });
});

describe('a size of a picture', () => {
  it.each(['https://elsewhere.example/a.jpg', '/uploads/../.env', '/uploads/', '/media/a.jpg'])(
    'is not at %s',
    (url) => {
      expect(accepts(pictureSize, { url, width: 1, height: 1 })).toBe(false);
    },
  );
});

describe('what an answer is made of', () => {
  it.each(Object.entries(responseTags))('%s names only kinds that are counted', (_answer, kinds) => {
    for (const kind of kinds) expect(contentTags).toContain(kind);
  });
});
