import { commentLocationResponse, latestCommentsResponse, postsResponse, threadsResponse } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { aPostWithComments, insertComments } from '../support/comments.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
const write = async (title: string, data: object = {}) =>
  (await documentsOf(cms.strapi, 'api::post.post').createPublished({ title, body: paragraphs('x'), ...data }))
    .documentId;
const threads = async (slug: string, query = '') =>
  threadsResponse.parse((await cms.asWeb(`/api/posts/${slug}/comments${query}`).expect(200)).body);

beforeAll(async () => {
  cms = await startCmsHere();
  const row = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
  await documentsOf(cms.strapi, 'api::practice.practice').update(row.documentId, { counsellor: 'Tamsin Reed' });
});
afterAll(() => cms.stop());

describe('GET /api/posts/:slug/comments', () => {
  it('returns no threads and open comments at first', async () => {
    await write('Nothing yet');
    expect(await threads('nothing-yet')).toEqual({
      data: [],
      meta: {
        post: { slug: 'nothing-yet', title: 'Nothing yet' },
        pagination: { page: 1, pageSize: 20, pageCount: 0, total: 0 },
        count: 0,
        openness: { open: true },
        readersMayReply: true,
        changesAt: null,
      },
    });
  });

  it('is part of what the post’s own page needs, whichever page of it', async () => {
    const post = await write('A long talk');
    const roots = await insertComments(
      cms,
      post,
      Array.from({ length: 21 }, (_, n) => ({ name: `Reader ${n}`, sent_at: new Date(Date.UTC(2026, 0, 1, n)) })),
    );
    await insertComments(cms, post, [{ root_id: roots[20], parent_id: roots[20], name: 'An answer' }]);
    const underPost = async (query: string): Promise<unknown> => {
      const { body } = await cms.asWeb(`/api/posts/a-long-talk${query}`).expect(200);
      return (body as { meta: { threads: unknown } }).meta.threads;
    };
    expect(await underPost('')).toEqual(await threads('a-long-talk'));
    const second = await underPost('?comments=2');
    expect(second).toEqual(await threads('a-long-talk', '?page=2'));
    expect(second).toMatchObject({ data: [{ replies: [{}] }], meta: { count: 22, pagination: { total: 21 } } });
    await cms.asWeb('/api/posts/a-long-talk?comments=0').expect(400);
    await cms.asWeb('/api/posts/a-long-talk?page=2').expect(400);
  });

  it('returns threads of two levels, oldest first, and the parent of a reply to a reply', async () => {
    const post = await write('Threads');
    const [a = 0, b = 0] = await insertComments(cms, post, [{ name: 'Ann' }, { name: 'Ben' }]);
    const [hers = 0] = await insertComments(cms, post, [
      { root_id: a, parent_id: a, from_counsellor: true, name: null, text: 'Thank you, Ann.' },
    ]);
    const [back = 0] = await insertComments(cms, post, [
      { root_id: a, parent_id: hers, name: 'Ann', sent_at: new Date('2026-02-01') },
    ]);
    const [third = 0] = await insertComments(cms, post, [
      { root_id: a, parent_id: back, name: null, sent_at: new Date('2026-02-02') },
    ]);
    const { data, meta } = await threads('threads');
    expect(data.map(({ number }) => number)).toEqual([a, b]);
    expect(meta.count).toBe(5);
    expect(data[0]?.replies.map(({ number, by, answers }) => ({ number, by, answers }))).toEqual([
      { number: hers, by: { kind: 'counsellor', name: 'Tamsin Reed' }, answers: null },
      { number: back, by: { kind: 'reader', name: 'Ann' }, answers: { number: hers, name: 'Tamsin Reed' } },
      { number: third, by: { kind: 'reader', name: null }, answers: { number: back, name: 'Ann' } },
    ]);
  });

  it('leaves out comments that are not approved, hidden, or for the counsellor only, and their replies', async () => {
    const post = await write('Unseen');
    const states = ['waiting', 'declined', 'spam', 'removed'];
    await insertComments(cms, post, [
      ...states.map((state) => ({ state })),
      { audience: 'counsellor', state: 'approved' },
      { audience: 'counsellor', state: 'read' },
    ]);
    const [hidden = 0] = await insertComments(cms, post, [{ hidden: true }]);
    await insertComments(cms, post, [{ root_id: hidden, parent_id: hidden }]);
    const { data, meta } = await threads('unseen');
    expect(data).toEqual([]);
    expect(meta).toMatchObject({ count: 0, pagination: { total: 0, pageCount: 0 } });
    expect((await cms.asWeb('/api/posts/unseen/latest-comments')).body.data).toEqual([]);
  });

  it('keeps the place of a removed comment while it has replies', async () => {
    const post = await write('Tombstones');
    const gone = { state: 'removed', name: null, text: null };
    const [a = 0, b = 0] = await insertComments(cms, post, [gone, gone]);
    const [c = 0] = await insertComments(cms, post, [{ ...gone, root_id: a, parent_id: a }]);
    await insertComments(cms, post, [{ ...gone, root_id: b, parent_id: b }]);
    const [d = 0] = await insertComments(cms, post, [{ root_id: a, parent_id: c, name: 'Dee' }]);
    const { data, meta } = await threads('tombstones');
    expect(meta.count).toBe(1);
    expect(data).toEqual([
      expect.objectContaining({
        number: a,
        removed: 'by its writer',
        text: null,
        by: { kind: 'reader', name: null },
        replies: [
          expect.objectContaining({
            number: c,
            removed: 'by its writer',
            text: null,
            by: { kind: 'reader', name: null },
          }),
          expect.objectContaining({ number: d, removed: null, answers: { number: c, name: null } }),
        ],
      }),
    ]);
    await cms.asWeb(`/api/comments/${b}`).expect(404);
    expect((await cms.asWeb(`/api/comments/${a}`).expect(200)).body.data).toMatchObject({
      mayBeAnswered: false,
      comment: { removed: 'by its writer' },
    });
  });

  it('returns why comments are closed, and when time alone changes that', async () => {
    await write('Closed', { commentsOpen: false });
    expect((await threads('closed')).meta.openness).toEqual({ open: false, why: 'post', until: null, message: null });
    const row = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
    const practice = documentsOf(cms.strapi, 'api::practice.practice');
    await practice.update(row.documentId, {
      comments: { moderated: 'all', readersMayReply: true },
      awayUntil: '2099-01-01T00:00:00.000Z',
      awayMessage: 'Back soon.',
    });
    expect((await threads('threads')).meta).toMatchObject({
      openness: { open: false, why: 'away', until: '2099-01-01T00:00:00.000Z', message: 'Back soon.' },
      changesAt: '2099-01-01T00:00:00.000Z',
    });
    await practice.update(row.documentId, {
      comments: { moderated: 'all', readersMayReply: false },
      awayUntil: null,
    });
    expect((await threads('threads')).meta).toMatchObject({
      openness: { open: true },
      readersMayReply: false,
      changesAt: null,
    });
    await practice.update(row.documentId, { comments: null });
  });

  it('is 400 for any parameter but a page', async () => {
    for (const query of ['?page=0', '?page=x', '?page=1&page=2', '?sort=words', '?page=100001'])
      await cms.asWeb(`/api/posts/threads/comments${query}`).expect(400);
    await cms.asWeb('/api/posts/never/comments').expect(404);
    await cms.anonymously('/api/posts/threads/comments').expect(401);
  });
});

describe('a post with 500 comments', () => {
  let numbers: number[] = [];
  beforeAll(async () => {
    numbers = await aPostWithComments(cms, await write('Much loved'), 500);
  });

  it('is returned in pages of threads', async () => {
    const { data, meta } = await threads('much-loved', '?page=7');
    expect(meta).toMatchObject({ count: 500, pagination: { page: 7, pageSize: 20, pageCount: 7, total: 125 } });
    expect(data).toHaveLength(5);
    expect(data.every(({ replies }) => replies.length === 3)).toBe(true);
    expect((await threads('much-loved', '?page=8')).data).toEqual([]);
  });

  it('tells the page that each comment is on', async () => {
    const { data } = await threads('much-loved', '?page=3');
    for (const { number, replies } of [data[0], data.at(-1)].flatMap((thread) => thread ?? [])) {
      for (const one of [number, ...replies.map((reply) => reply.number)]) {
        expect((await cms.asWeb(`/api/comments/${one}`).expect(200)).body.data.page).toBe(3);
      }
    }
    expect(numbers).toHaveLength(500);
  });
});

describe('GET /api/comments/:number', () => {
  it('returns the post and page of a comment, and the comment', async () => {
    const [number] = await insertComments(cms, await write('One'), [{ name: 'Ann', text: 'Hello.' }]);
    const { data } = commentLocationResponse.parse((await cms.asWeb(`/api/comments/${number}`).expect(200)).body);
    expect(data).toEqual({
      post: { slug: 'one', title: 'One' },
      page: 1,
      mayBeAnswered: true,
      comment: {
        number,
        at: '2026-01-01T08:00:00.000Z',
        by: { kind: 'reader', name: 'Ann' },
        text: 'Hello.',
        removed: null,
        answers: null,
      },
    });
  });

  it('is 404 for a comment that readers can’t see', async () => {
    const [waiting, hidden, note] = await insertComments(cms, await write('Two'), [
      { state: 'waiting' },
      { hidden: true },
      { audience: 'counsellor', state: 'read' },
    ]);
    const [below] = await insertComments(cms, 'x', [{ root_id: hidden, parent_id: hidden }]);
    const [orphan] = await insertComments(cms, 'no-such-post', [{}]);
    for (const number of [waiting, hidden, note, below, orphan, 2_147_483_647, 2_147_483_648, 0, -1, '1e3', '01', 'x'])
      await cms.asWeb(`/api/comments/${number}`).expect(404);
  });
});

describe('GET /api/posts/:slug/latest-comments', () => {
  it('returns writers and times, newest first, without text', async () => {
    const { data, meta } = latestCommentsResponse
      .strict()
      .parse((await cms.asWeb('/api/posts/much-loved/latest-comments').expect(200)).body);
    expect(data).toHaveLength(50);
    expect(meta.pagination).toEqual({ page: 1, pageSize: 50, pageCount: 1, total: 50 });
    expect(data.map(({ by }) => by.name).slice(0, 3)).toEqual(['Reader 499', 'Reader 498', 'Reader 497']);
    expect(Object.keys(data[0] ?? {})).toEqual(['number', 'at', 'by']);
    await cms.asWeb('/api/posts/never/latest-comments').expect(404);
  });
});

describe('GET /api/posts', () => {
  it('counts the comments that the page of each post shows', async () => {
    const { data } = postsResponse.parse((await cms.asWeb('/api/posts?pageSize=50').expect(200)).body);
    expect(data.find(({ slug }) => slug === 'threads')?.comments).toBe(5);
    for (const { slug, comments } of data) expect(comments, slug).toBe((await threads(slug)).meta.count);
  });
});
