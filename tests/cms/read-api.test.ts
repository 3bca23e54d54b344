import {
  cacheTagVersionsResponse,
  fullPostsResponse,
  helpLines,
  pageResponse,
  postResponse,
  postsResponse,
  practiceResponse,
  redirectResponse,
  refusal,
  sitemapResponse,
  topicsResponse,
} from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPicture } from '../support/a-picture.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let window: { id: number; hash: string };
const get = async (path: string) => (await cms.asWeb(path).expect(200)).body as unknown;

/** The copy of a file's record that the editor puts into the text: with old words, and without the id. */
const inserted = (hash: string) => {
  const day = '2026-01-01T00:00:00.000Z';
  return {
    url: 'http://desk.example/uploads/x.jpg',
    name: 'x.jpg',
    hash,
    ext: '.jpg',
    mime: 'image/jpeg',
    size: 1,
    provider: 'local',
    width: 1,
    height: 1,
    createdAt: day,
    updatedAt: day,
  };
};

const practice = {
  name: 'Quiet Room',
  counsellor: 'Tamsin',
  sentence: 'A calm place.',
  description: 'Counselling online.',
  email: 'hello@quiet-room.example',
  invitation: 'A free call.',
  bookingUrl: 'https://calendar.example/tamsin',
  strapline: '',
  work: paragraphs('I listen.'),
  helpLines: [...helpLines],
};

beforeAll(async () => {
  cms = await startCmsHere();
  const { strapi } = cms;
  const posts = documentsOf(strapi, 'api::post.post');
  const pages = documentsOf(strapi, 'api::page.page');
  const topics = documentsOf(strapi, 'api::topic.topic');
  const rest = await topics.create({ name: 'Rest', description: 'On resting' });
  const play = await topics.create({ name: 'Play' });
  await topics.create({ name: 'Never written about' });
  const { id: portrait } = await aPicture(strapi, 'Tamsin');
  const author = await documentsOf(strapi, 'api::author.author').create({
    name: 'Tamsin',
    role: 'Counsellor',
    bio: paragraphs('Hello.'),
    portrait,
  });
  window = await aPicture(strapi, 'A window');
  const cover = window.id;
  const write = (day: number, data: object) =>
    posts.createPublished({
      body: paragraphs(`Words of day ${day}.`),
      published: `2026-01-0${day}T09:00:00.000Z`,
      author: author.documentId,
      ...data,
    });
  await write(1, {
    title: 'First',
    topics: [rest.documentId],
    summary: 'Her own summary.',
    cover,
    contentNote: 'Grief',
  });
  await write(2, { title: 'Second', topics: [rest.documentId, play.documentId], updated: '2026-01-05T09:00:00.000Z' });
  await write(3, {
    title: 'Third',
    topics: [rest.documentId, play.documentId],
    commentsOpen: false,
    seo: { title: 'T', noindex: true, image: cover },
    body: [
      ...paragraphs('One.'),
      { type: 'image', image: inserted(window.hash), children: [{ type: 'text', text: '' }] },
    ],
  });
  await pages.createPublished({ title: 'About', lead: 'Who I am', body: paragraphs('Me.'), position: 2 });
  await pages.createPublished({
    title: 'Fees',
    body: paragraphs('Money.'),
    position: 1,
    redirects: [{ path: 'https://old.example/prices/' }],
  });
  await pages.createPublished({
    title: 'Hidden',
    body: paragraphs('Not in the menu.'),
    inNavigation: false,
    seo: { noindex: true },
  });
  const existing = (await strapi.db.query('api::practice.practice').findOne({})) as { documentId: string } | null;
  if (existing) await documentsOf(strapi, 'api::practice.practice').update(existing.documentId, practice);
  else await documentsOf(strapi, 'api::practice.practice').create(practice);
});
afterAll(() => cms.stop());

describe('GET /api/practice', () => {
  it('says what the practice says of itself, with its help lines and the pages of the navigation in order', async () => {
    const { data } = practiceResponse.strict().parse(await get('/api/practice'));
    expect(data).toMatchObject({ name: 'Quiet Room', strapline: null, bookingUrl: 'https://calendar.example/tamsin' });
    expect(data.portrait).toMatchObject({ alt: 'Tamsin' });
    expect(data.helpLines).toEqual(helpLines);
    expect(data.pages).toEqual([
      { slug: 'fees', title: 'Fees' },
      { slug: 'about', title: 'About' },
    ]);
  });
});

describe('GET /api/posts', () => {
  it('lists published posts, newest first, without their bodies', async () => {
    const { data, meta } = postsResponse.parse(await get('/api/posts'));
    expect(data.map(({ slug }) => slug)).toEqual(['third', 'second', 'first']);
    expect(data[0]).not.toHaveProperty('body');
    expect(meta.pagination).toEqual({ page: 1, pageSize: 10, pageCount: 1, total: 3 });
    expect(data[2]).toMatchObject({
      summary: 'Her own summary.',
      contentNote: 'Grief',
      author: { slug: 'tamsin', name: 'Tamsin' },
      topics: [{ slug: 'rest', name: 'Rest' }],
      cover: { alt: 'A window', url: `/uploads/${window.hash}.jpg` },
    });
    expect(data[1]).toMatchObject({ summary: 'Words of day 2.', updated: '2026-01-05T09:00:00.000Z' });
  });
  it('turns pages', async () => {
    const { data, meta } = postsResponse.parse(await get('/api/posts?page=2&pageSize=2'));
    expect(data.map(({ slug }) => slug)).toEqual(['first']);
    expect(meta.pagination).toEqual({ page: 2, pageSize: 2, pageCount: 2, total: 3 });
    expect(postsResponse.parse(await get('/api/posts?page=9')).data).toEqual([]);
  });
  it('narrows to a topic and an author; one that nobody knows has nothing', async () => {
    const slugs = async (query: string) =>
      postsResponse.parse(await get(`/api/posts?${query}`)).data.map(({ slug }) => slug);
    expect(await slugs('topic=play')).toEqual(['third', 'second']);
    expect(await slugs('author=tamsin')).toEqual(['third', 'second', 'first']);
    expect(await slugs('author=tamsin&topic=play')).toEqual(['third', 'second']);
    expect(await slugs('author=nobody&topic=play')).toEqual([]);
    expect(await slugs('topic=nothing')).toEqual([]);
  });
  it('adds the bodies for feeds', async () => {
    const { data } = fullPostsResponse.parse(await get('/api/posts?full=true&pageSize=1'));
    expect(data[0]?.body).toMatchObject([
      { type: 'paragraph' },
      { type: 'image', image: { url: `/uploads/${window.hash}.jpg`, alt: 'A window' } },
    ]);
  });
});

describe('GET /api/posts/:slug', () => {
  it('is a whole post with what stands around it', async () => {
    const { data } = postResponse.strict().parse(await get('/api/posts/second'));
    expect(data).toMatchObject({
      previous: { slug: 'first' },
      next: { slug: 'third' },
      commentsOpen: true,
      readingMinutes: 1,
      author: { role: 'Counsellor', bio: [{ type: 'paragraph' }], portrait: { alt: 'Tamsin' } },
    });
    expect(data.related).toEqual([
      { slug: 'third', title: 'Third' },
      { slug: 'first', title: 'First' },
    ]);
  });
  it('has no neighbour beyond the first and the last', async () => {
    expect(postResponse.parse(await get('/api/posts/first')).data).toMatchObject({
      previous: null,
      next: { slug: 'second' },
    });
    const { data } = postResponse.parse(await get('/api/posts/third'));
    expect(data).toMatchObject({
      previous: { slug: 'second' },
      next: null,
      commentsOpen: false,
      seo: { title: 'T', noindex: true, image: { alt: 'A window' } },
    });
  });
  it.each(['/api/posts/nothing', '/api/posts/UPPER', `/api/posts/${'a'.repeat(300)}`, '/api/posts/%27%20or%201'])(
    '%s is not found',
    async (path) => {
      const answer = await cms.asWeb(path).expect(404);
      expect(refusal.parse(answer.body).error.name).toBe('NotFoundError');
    },
  );
});

describe('GET /api/topics', () => {
  it('has the topics of published posts, by name, with how many there are', async () => {
    const { data } = topicsResponse.strict().parse(await get('/api/topics'));
    expect(data).toEqual([
      { slug: 'play', name: 'Play', description: null, posts: 2 },
      { slug: 'rest', name: 'Rest', description: 'On resting', posts: 3 },
    ]);
  });
});

describe('GET /api/pages/:slug', () => {
  it('is a page, or nothing', async () => {
    const { data } = pageResponse.strict().parse(await get('/api/pages/about'));
    expect(data).toMatchObject({ title: 'About', lead: 'Who I am', invitesToCall: true });
    await cms.asWeb('/api/pages/nothing').expect(404);
  });
});

describe('GET /api/redirects', () => {
  it('knows where an address of the old site leads, however it was typed in', async () => {
    expect(redirectResponse.strict().parse(await get('/api/redirects?path=/prices')).data).toEqual({ to: '/fees' });
  });
  it('knows nothing of what never was, and refuses what is no path', async () => {
    await cms.asWeb('/api/redirects?path=/never').expect(404);
    for (const query of ['', '?path=', '?path=//evil.example', '?path=https://evil.example', '?path=/a&path=/b']) {
      expect(refusal.parse((await cms.asWeb(`/api/redirects${query}`).expect(400)).body).error.name).toBe(
        'ValidationError',
      );
    }
  });
});

describe('GET /api/sitemap', () => {
  it('lists what search engines may list, and not what she keeps from them', async () => {
    const { data } = sitemapResponse.strict().parse(await get('/api/sitemap'));
    expect(data.posts.map(({ slug }) => slug).sort()).toEqual(['first', 'second']);
    expect(data.topics.map(({ slug }) => slug)).toEqual(['play', 'rest']);
    expect(data.pages.map(({ slug }) => slug).sort()).toEqual(['about', 'fees']);
  });
});

describe('GET /api/cache-tags', () => {
  it('has a number for each kind', async () => {
    const { data } = cacheTagVersionsResponse.strict().parse(await get('/api/cache-tags'));
    expect(data.posts).toBeGreaterThan(3);
  });
});
