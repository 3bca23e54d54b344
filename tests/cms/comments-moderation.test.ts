import type {
  CommentCounts,
  ListedComments,
  ModerationOutcomes,
  OpenedComment,
  ReplyOutcome,
  WaitingSummary,
} from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { aNonce, insertComments, postAsWeb, rowOf, sendComment } from '../support/comments.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let her: SignedIn;
let webTeam: SignedIn;
let postId: string;

const base = '/quiet-room/comments';
const waiting = (number: number, version = 1) => ({ number, version, state: 'waiting' });
const ask = async <T>(path: string): Promise<T> =>
  ((await her.get(`${base}${path}`).expect(200)).body as { data: T }).data;
const tell = async <T = { done: true }>(path: string, body: object = {}): Promise<T> =>
  ((await her.post(`${base}${path}`).send(body).expect(200)).body as { data: T }).data;
const open = (number: number) => tell<OpenedComment>(`/${number}/open`);
/** Opens the comments, as the counsellor does, and decides about all of them at once. */
const decide = async (decision: string, ...comments: { number: number; version: number; state: string }[]) => {
  for (const { number } of comments) await her.post(`${base}/${number}/open`);
  return (await tell<ModerationOutcomes>('/decide', { decision, comments })).outcomes;
};
const onPage = async (): Promise<string[]> => {
  const { data } = (await cms.asWeb('/api/posts/kindness/comments').expect(200)).body as {
    data: { text: string; replies: { text: string }[] }[];
  };
  return data.flatMap(({ text, replies }) => [text, ...replies.map((reply) => reply.text)]);
};

beforeAll(async () => {
  cms = await startCmsHere();
  ({ documentId: postId } = await documentsOf(cms.strapi, 'api::post.post').createPublished({
    title: 'Kindness',
    body: paragraphs('x'),
  }));
  her = await signIn(cms, cms.logins.counsellor);
  webTeam = await signIn(cms, cms.logins.webTeam);
});
afterAll(() => cms.stop());

describe('the moderation endpoints', () => {
  const paths = [
    ['get', ''],
    ['get', '/counts'],
    ['get', '/waiting'],
    ['post', '/1/open'],
    ['post', '/decide'],
    ['post', '/undo'],
    ['post', '/delete'],
    ['post', '/seen'],
    ['post', '/1/reply'],
    ['post', '/1/hold'],
    ['post', '/1/release'],
    ['post', '/1/settle'],
    ['post', '/1/dismiss-flag'],
  ] as const;

  it('are for the counsellor, never for the web team, the site or anybody else', async () => {
    for (const [method, path] of paths) {
      expect((await webTeam[method](`${base}${path}`)).status, path).toBe(403);
      if (method === 'get') {
        expect((await cms.asWeb(`${base}${path}`)).status, path).toBe(401);
        expect((await cms.anonymously(`${base}${path}`)).status, path).toBe(401);
        expect((await her.get(`${base}${path}`)).status, path).toBe(200);
      } else {
        expect((await postAsWeb(cms, `${base}${path}`, {})).status, path).toBe(401);
      }
    }
  });

  it('explain in plain English that something is wrong, and name the parameter for programs', async () => {
    const { body } = await her.post(`${base}/decide`).send({ decision: 'publish', comments: [] }).expect(400);
    expect(JSON.stringify(body.error)).toContain('decision');
    expect(body.error.message).toMatch(/^Something in this form is missing or not valid/);
    await her.get(`${base}?list=everything`).expect(400);
    await her.post(`${base}/999999/open`).expect(404);
  });
});

describe('a moderation decision', () => {
  it('publishes a comment, and Undo withdraws it at once', async () => {
    const { number } = await sendComment(cms, 'kindness', { text: 'I did not know that others felt this.' });
    expect(await decide('approve', waiting(number))).toEqual([{ number, status: 'done' }]);
    expect(await onPage()).toContain('I did not know that others felt this.');
    expect(
      (await tell<ModerationOutcomes>('/undo', { comments: [{ number, version: 1, state: 'approved' }] })).outcomes,
    ).toEqual([{ number, status: 'done' }]);
    expect(await onPage()).not.toContain('I did not know that others felt this.');
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({
      state: 'waiting',
      previous_state: null,
      decided_at: null,
    });
  });

  it('is refused if the text has changed, another decision was made, or the comment is gone', async () => {
    const [changed, elsewhere, gone] = [
      await sendComment(cms, 'kindness'),
      await sendComment(cms, 'kindness'),
      await sendComment(cms, 'kindness'),
    ];
    await postAsWeb(cms, '/api/private-comments/change', {
      token: changed.token,
      version: 1,
      name: 'Robin',
      text: 'Quite other words.',
    }).expect(200);
    await decide('decline', waiting(elsewhere.number));
    await postAsWeb(cms, '/api/private-comments/delete', { token: gone.token }).expect(200);
    expect(await decide('approve', waiting(changed.number), waiting(elsewhere.number), waiting(gone.number))).toEqual([
      { number: changed.number, status: 'changed' },
      { number: elsewhere.number, status: 'already-decided' },
      { number: gone.number, status: 'gone' },
    ]);
    expect((await open(changed.number)).text).toBe('Quite other words.');
    expect(await rowOf(cms, 'comments', { id: changed.number })).toMatchObject({ state: 'waiting' });
    expect(await rowOf(cms, 'comments', { id: elsewhere.number })).toMatchObject({ state: 'declined' });
  });

  it('is made once if several are made at the same moment; the same one again is no error', async () => {
    const { number } = await sendComment(cms, 'kindness');
    await open(number);
    const made = ['approve', 'decline', 'spam', 'approve', 'decline'];
    const all = await Promise.all(
      made.map(async (decision) => {
        const { outcomes } = await tell<ModerationOutcomes>('/decide', { decision, comments: [waiting(number)] });
        return { decision, status: outcomes[0]?.status };
      }),
    );
    const won = { approved: 'approve', declined: 'decline', spam: 'spam' }[
      String((await rowOf(cms, 'comments', { id: number }))?.state)
    ];
    for (const { decision, status } of all) expect(status).toBe(decision === won ? 'done' : 'already-decided');
  });

  it('never publishes a private note, nor a reply whose thread is not on the page', async () => {
    const note = await sendComment(cms, 'kindness', { audience: 'counsellor' });
    expect(await decide('approve', waiting(note.number))).toMatchObject([
      { status: 'refused', reason: 'A private note can’t be published.' },
    ]);
    expect(await decide('read', waiting(note.number))).toMatchObject([{ status: 'done' }]);
    const root = await sendComment(cms, 'kindness');
    await decide('approve', waiting(root.number));
    const reply = await sendComment(cms, 'kindness', { parent: root.number });
    await decide('decline', { number: root.number, version: 1, state: 'approved' });
    expect(await decide('approve', waiting(reply.number))).toMatchObject([
      { status: 'refused', reason: expect.stringContaining('not on the page') },
    ]);
  });
});

describe('the moderation lists', () => {
  it('show danger first, then writers who may be struggling, then the oldest', async () => {
    await cms.strapi.db.connection('comments').delete();
    const [plain, flagged, urgent] = await insertComments(cms, postId, [
      { state: 'waiting' },
      { state: 'waiting', care_kind: 'someone else' },
      { state: 'waiting', care_kind: 'self', care_urgent: true },
    ]);
    const [spam, onHold] = await insertComments(cms, postId, [
      { state: 'spam' },
      { state: 'approved', legal_hold_reason: 'Evidence', legal_hold_until: '2020-01-01' },
    ]);
    const { comments, total } = await ask<ListedComments>('?list=waiting');
    expect([comments.map(({ number }) => number), total]).toEqual([[urgent, flagged, plain], 3]);
    expect(await ask('/waiting')).toMatchObject({
      count: 3,
      oldest: expect.any(String),
      first: [{ number: urgent }, {}, {}],
    });
    expect(await ask('/counts')).toEqual({
      lists: { waiting: 3, answered: 0, approved: 1, declined: 0, spam: 1, notes: 0, reported: 0, onHold: 1 },
      unopenedSpam: 1,
      legalHoldsToReview: 1,
      learned: { spam: expect.any(Number), human: expect.any(Number) },
      awayUntil: null,
    });
    expect((await ask<ListedComments>('?list=onHold')).comments).toMatchObject([
      { number: onHold, legalHold: { reason: 'Evidence', until: '2020-01-01' } },
    ]);
    expect(await tell('/seen', { numbers: [spam] })).toEqual({ seen: 1, leftOut: 0 });
    expect((await ask<CommentCounts>('/counts')).unopenedSpam).toBe(0);
  });

  it('are returned in pages', async () => {
    await insertComments(
      cms,
      postId,
      Array.from({ length: 30 }, () => ({ state: 'declined' })),
    );
    const first = await ask<ListedComments>('?list=declined&order=newest');
    const last = await ask<ListedComments>('?list=declined&order=newest&page=9');
    expect([first.comments.length, first.pageCount, last.comments.length, last.page]).toEqual([25, 2, 5, 2]);
  });

  it('record which comments the counsellor has opened', async () => {
    const { number } = await sendComment(cms, 'kindness');
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({ opened_at: null });
    expect(await open(number)).toMatchObject({
      number,
      isOpened: true,
      text: expect.any(String),
      post: { title: 'Kindness', slug: 'kindness' },
    });
    expect((await rowOf(cms, 'comments', { id: number }))?.opened_at).not.toBeNull();
  });
});

describe('the counsellor’s reply', () => {
  const reply = (number: number, over: object = {}) =>
    tell<ReplyOutcome>(`/${number}/reply`, {
      version: 1,
      state: 'waiting',
      text: 'Thank you for writing.',
      nonce: aNonce(),
      ...over,
    });

  it('approves a waiting comment and is stored below it, once however often it is sent', async () => {
    const { number } = await sendComment(cms, 'kindness', { text: 'A first comment to answer.' });
    const nonce = aNonce();
    const sent = await reply(number, { nonce });
    expect(sent).toMatchObject({ outcome: { status: 'done' }, reply: expect.any(Number) });
    expect(await reply(number, { nonce })).toEqual(sent);
    expect((await onPage()).filter((words) => words === 'Thank you for writing.')).toHaveLength(1);
    expect(await rowOf(cms, 'comments', { id: sent.reply })).toMatchObject({
      root_id: number,
      parent_id: number,
      state: 'approved',
    });
  });

  it('says what was sent before when its answer was lost and it was changed since, and publishes nothing', async () => {
    const { number } = await sendComment(cms, 'kindness');
    const nonce = aNonce();
    await reply(number, { nonce, text: 'The first answer.' });
    expect(await reply(number, { nonce, text: 'A second answer.' })).toEqual({
      outcome: { number, status: 'refused', reason: expect.stringContaining('“The first answer.”') as string },
      reply: null,
    });
    expect(await onPage()).not.toContain('A second answer.');
  });

  it('to a reply is on the second level and names its parent', async () => {
    const [root] = await insertComments(cms, postId, [{}]);
    const [below] = await insertComments(cms, postId, [{ root_id: root, parent_id: root }]);
    const sent = await reply(below ?? 0, { state: 'approved' });
    expect(await rowOf(cms, 'comments', { id: sent.reply })).toMatchObject({ root_id: root, parent_id: below });
  });

  it('to a private note is read through the private link only', async () => {
    const { number, token } = await sendComment(cms, 'kindness', { audience: 'counsellor', text: 'Only for you.' });
    await reply(number, { text: 'Only for you, too.' });
    expect(await onPage()).not.toContain('Only for you, too.');
    const { body } = await postAsWeb(cms, '/api/private-comments/look', { token }).expect(200);
    expect(body.data).toMatchObject({
      state: 'read',
      messages: [{ by: 'counsellor', text: 'Only for you, too.' }],
    });
  });

  it('only to its writer lets a comment wait no more, until it is changed or the answer is deleted', async () => {
    await cms.strapi.db.connection('comments').delete();
    const text = 'I want to die and nobody knows.';
    const { number, token } = await sendComment(cms, 'kindness', { text });
    const lists = async (): Promise<number[]> => {
      const { waiting, answered } = (await ask<CommentCounts>('/counts')).lists;
      const home = await ask<WaitingSummary>('/waiting');
      expect([home.count, home.first.length, home.oldest === null]).toEqual([waiting, waiting, waiting === 0]);
      return [waiting, answered];
    };
    expect(await lists()).toEqual([1, 0]);
    const { reply: answer } = await reply(number, { audience: 'counsellor' });
    expect(await lists()).toEqual([0, 1]);
    const [listed] = (await ask<ListedComments>('?list=answered')).comments;
    expect(listed).toMatchObject({ number, state: 'waiting', answeredAt: expect.any(String), care: { kind: 'self' } });
    expect(await open(number)).toMatchObject({ allowed: { decisions: ['approve', 'decline', 'spam'] } });
    const { version } = await open(answer ?? 0);
    await tell('/delete', { comments: [{ number: answer, version, state: 'approved' }] });
    expect(await lists()).toEqual([1, 0]);
    await reply(number, { audience: 'counsellor' });
    const changed = { token, version: 1, name: 'Robin', text: `${text} Still.` };
    await postAsWeb(cms, '/api/private-comments/change', changed).expect(200);
    expect(await lists()).toEqual([1, 0]);
  });

  it('is refused if the text has changed, and tells which field is missing', async () => {
    const { number, token } = await sendComment(cms, 'kindness');
    await postAsWeb(cms, '/api/private-comments/change', {
      token,
      version: 1,
      name: 'Robin',
      text: 'Other words.',
    }).expect(200);
    expect(await reply(number)).toEqual({ outcome: { number, status: 'changed' }, reply: null });
    await her
      .post(`${base}/${number}/reply`)
      .send({ version: 2, state: 'waiting', text: ' ', nonce: aNonce() })
      .expect(400);
  });
});

describe('deleting a comment', () => {
  it('leaves nothing, or an empty place if it has replies', async () => {
    const [alone, root] = await insertComments(cms, postId, [
      { opened_at: new Date() },
      { opened_at: new Date(), text: 'To be forgotten.' },
    ]);
    await insertComments(cms, postId, [{ root_id: root, parent_id: root, text: 'A reply that stays.' }]);
    const named = [alone, root].map((number) => ({ number, version: 1, state: 'approved' }));
    expect((await tell<ModerationOutcomes>('/delete', { comments: named })).outcomes).toMatchObject([
      { status: 'done' },
      { status: 'done' },
    ]);
    expect(await rowOf(cms, 'comments', { id: alone })).toBeUndefined();
    expect(await rowOf(cms, 'comments', { id: root })).toMatchObject({ state: 'removed', name: null, text: null });
    expect(await onPage()).toContain('A reply that stays.');
    // Nobody says that its writer did it.
    expect((await cms.asWeb('/api/posts/kindness/comments').expect(200)).text).toContain(
      '"removed":"by the counsellor"',
    );
  });

  it('deletes the private answers together with the note', async () => {
    const { number } = await sendComment(cms, 'kindness', { audience: 'counsellor' });
    const { reply } = await tell<ReplyOutcome>(`/${number}/reply`, {
      version: 1,
      state: 'waiting',
      text: 'An answer.',
      nonce: aNonce(),
    });
    await tell('/delete', { comments: [{ number, version: 1, state: 'read' }] });
    expect([await rowOf(cms, 'comments', { id: number }), await rowOf(cms, 'comments', { id: reply })]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('reports and legal holds', () => {
  const report = (number: number, reason: string) =>
    postAsWeb(cms, `/api/comments/${number}/reports`, { reason, text: null, nonce: aNonce() });

  it('restore a comment that a report had hidden, for good', async () => {
    const [number = 0] = await insertComments(cms, postId, [{ text: 'Reported words.' }]);
    await report(number, 'identifies-or-threatens').expect(201);
    expect(await onPage()).not.toContain('Reported words.');
    const { reports, hidden } = await open(number);
    expect([reports.length, hidden]).toEqual([1, true]);
    await tell(`/${number}/settle`, { reports: reports.map(({ id }) => id) });
    expect(await onPage()).toContain('Reported words.');
    expect((await report(number, 'identifies-or-threatens').expect(201)).body.data).toEqual({ hidden: false });
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({ open_reports: 1 });
    await decide('decline', { number, version: 1, state: 'approved' });
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({ open_reports: 0 });
  });

  it('set a legal hold with a reason and a future date, and end it', async () => {
    const { number } = await sendComment(cms, 'kindness');
    const past = await her.post(`${base}/${number}/hold`).send({ reason: 'Evidence', until: '2020-01-01' }).expect(400);
    expect(past.body.error.message).toContain('a review date after today');
    await tell(`/${number}/hold`, { reason: 'Evidence', until: '2099-01-01' });
    expect((await open(number)).legalHold).toEqual({ reason: 'Evidence', until: '2099-01-01' });
    await tell(`/${number}/release`);
    expect((await open(number)).legalHold).toBeNull();
  });
});

describe('the comment settings', () => {
  const save = (fields: object) => her.put('/content-manager/single-types/api::practice.practice').send(fields);

  it('begin with saved replies and a checklist, which are shown beside each comment', async () => {
    const { number } = await sendComment(cms, 'kindness');
    const { responseKit } = await open(number);
    expect([responseKit.savedReplies.length > 2, responseKit.checklist.length > 4]).toEqual([true, true]);
    expect(responseKit.savedReplies.map(({ text }) => text).join()).toContain('116 123');
    expect(responseKit.savedReplies.map(({ title }) => title)).not.toContain('No space at the moment');
    await save({ savedReplies: [{ title: 'Mine', text: 'My own words.' }], checklist: 'One step\n\nAnother' }).expect(
      200,
    );
    expect((await open(number)).responseKit).toEqual({
      savedReplies: [{ title: 'Mine', text: 'My own words.' }],
      checklist: ['One step', 'Another'],
    });
  });

  it('accept a future end of an absence, which the admin shows', async () => {
    const past = await save({ awayUntil: '2020-01-01T10:00:00.000Z' }).expect(400);
    expect((past.body as { error: { message: string } }).error.message).toContain('has already passed');
    await save({ awayUntil: '2099-01-01T10:00:00.000Z', awayMessage: 'Back soon.' }).expect(200);
    expect((await ask<CommentCounts>('/counts')).awayUntil).toBe('2099-01-01T10:00:00.000Z');
    expect(await ask('/waiting')).toMatchObject({ awayUntil: '2099-01-01T10:00:00.000Z' });
    await save({ comments: { keepSpamDays: 0 } }).expect(400);
    await save({ awayUntil: null, comments: { keepSpamDays: 7, wordList: 'casino' } }).expect(200);
    expect((await ask<CommentCounts>('/counts')).awayUntil).toBeNull();
  });
});
