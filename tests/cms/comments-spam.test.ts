import type { CommentCounts, ModerationOutcomes, OpenedComment } from 'shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { postAsWeb, rowOf, sendComment } from '../support/comments.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let her: SignedIn;

const base = '/quiet-room/comments';
const tell = async <T>(path: string, body: object = {}): Promise<T> =>
  ((await her.post(`${base}${path}`).send(body).expect(200)).body as { data: T }).data;
const learned = async () =>
  ((await her.get(`${base}/counts`).expect(200)).body as { data: CommentCounts }).data.learned;
const decide = async (number: number, decision: string, state = 'waiting') => {
  await tell(`/${number}/open`);
  const comments = [{ number, version: 1, state }];
  return (await tell<ModerationOutcomes>('/decide', { decision, comments, confirmed: true })).outcomes[0]?.status;
};
const undo = (number: number, state: string) => tell('/undo', { comments: [{ number, version: 1, state }] });
const counts = () => cms.strapi.db.connection('spam_counts').orderBy('bucket').select('*');

const things = ['lamp', 'kettle', 'ladder', 'basket', 'saddle', 'violin', 'carpet', 'teapot', 'bucket', 'window'];
/** Nothing that the rules or the examples know, and no two alike. */
const offer = (n: number) => ({
  name: 'Wilf',
  text: `The new zorbik is in our flimble since Monday, beside the ${things[n]}. Quorbles and zorbiks for every drambly.`,
});
const send = (over: object) => sendComment(cms, 'kindness', over);
const screened = async (over: object) => {
  const { number } = await send(over);
  return (await rowOf(cms, 'comments', { id: number }))?.state;
};

beforeAll(async () => {
  cms = await startCmsHere();
  await documentsOf(cms.strapi, 'api::post.post').createPublished({ title: 'Kindness', body: paragraphs('x') });
  her = await signIn(cms, cms.logins.counsellor);
});

beforeEach(async () => {
  await cms.strapi.db.connection('comments').delete();
  await tell('/forget-learned');
});

afterAll(() => cms.stop());

describe('the spam filter', () => {
  it('learns from what the counsellor calls spam, says so in words, and forgets it when told to', async () => {
    expect(await screened(offer(1))).toBe('waiting');
    for (const n of [2, 3]) expect(await decide((await send(offer(n))).number, 'spam')).toBe('done');
    expect(await learned()).toEqual({ spam: 2, human: 0 });
    const { number } = await send(offer(8));
    const { state, spamReasons } = await tell<OpenedComment>(`/${number}/open`);
    expect(state).toBe('spam');
    expect(spamReasons.join(' ')).toMatch(
      /Words such as “\p{L}+” and “\p{L}+” were each in \d+ or more comments that you called spam\./u,
    );
    await tell('/forget-learned');
    expect(await counts()).toEqual([]);
    expect(await learned()).toEqual({ spam: 0, human: 0 });
    expect(await screened(offer(9))).toBe('waiting');
  });

  it('learns the opposite from what is approved, and nothing from what is declined', async () => {
    const approved = await send(offer(0));
    await decide(approved.number, 'approve');
    expect(await learned()).toEqual({ spam: 0, human: 1 });
    await decide(approved.number, 'spam', 'approved');
    expect(await learned()).toEqual({ spam: 1, human: 0 });
    await decide(approved.number, 'decline', 'spam');
    expect(await counts()).toEqual([]);
  });

  it('is untaught when a decision is undone, and taught again what the one before said', async () => {
    const { number } = await send(offer(1));
    await decide(number, 'approve');
    const before = await counts();
    await decide(number, 'spam', 'approved');
    expect(await counts()).not.toEqual(before);
    await undo(number, 'spam');
    expect(await counts()).toEqual(before);
    await decide(number, 'spam', 'approved');
    await decide(number, 'approve', 'spam');
    await undo(number, 'approved');
    expect(await learned()).toEqual({ spam: 1, human: 0 });
  });

  it('is untaught when a writer changes what was called spam, and forgets the name that is removed', async () => {
    const changed = await send(offer(2));
    await decide(changed.number, 'spam');
    await postAsWeb(cms, '/api/private-comments/change', {
      token: changed.token,
      version: 1,
      name: 'Wilf',
      text: 'A lighthouse with a green door.',
    }).expect(200);
    expect(await counts()).toEqual([]);
    const named = await send({ ...offer(3), name: 'Wilhelmina' });
    await decide(named.number, 'approve');
    const withName = (await counts()).length;
    await postAsWeb(cms, '/api/private-comments/remove-name', { token: named.token }).expect(200);
    expect((await counts()).length).toBeLessThan(withName);
    await undo(named.number, 'approved');
    expect(await counts()).toEqual([]);
  });

  it('stores numbers only, and keeps them when the comment is deleted', async () => {
    const { number, token } = await send(offer(4));
    await decide(number, 'spam');
    const rows = (await counts()) as Record<string, unknown>[];
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(['bucket', 'human', 'spam']);
      for (const value of Object.values(row)) expect(Number.isSafeInteger(Number(value))).toBe(true);
    }
    await postAsWeb(cms, '/api/private-comments/delete', { token }).expect(200);
    expect(await counts()).toEqual(rows);
  });

  it('never hides a comment in which someone may be in danger, whatever it was taught', async () => {
    const text = 'I want to kill myself tonight. The zorbik is in the flimble.';
    for (let n = 0; n < 4; n += 1) await decide((await send({ name: 'Wilf', text })).number, 'spam');
    expect(await screened({ name: 'Wilf', text })).toBe('waiting');
  });

  it('counts decisions that are made at the same moment one after the other', async () => {
    const sent = await Promise.all([0, 1, 2, 3].map((n) => send(offer(n))));
    await Promise.all(sent.map(({ number }) => decide(number, 'approve')));
    expect(await learned()).toEqual({ spam: 0, human: 4 });
    for (const { number } of sent) await undo(number, 'approved');
    expect(await counts()).toEqual([]);
  });

  it('halves what it has learned beyond 2,000 comments', async () => {
    await cms.strapi.db.connection('spam_counts').insert([
      { bucket: -1, spam: 1_000, human: 1_000 },
      { bucket: 70_000, spam: 1, human: 0 },
    ]);
    await decide((await send(offer(4))).number, 'approve');
    expect(await learned()).toEqual({ spam: 500, human: 500 });
    expect((await counts()).map((row) => (row as { bucket: number }).bucket)).not.toContain(70_000);
  });
});
