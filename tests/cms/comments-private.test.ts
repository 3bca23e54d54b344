import {
  maxUnreadMessages,
  type OpenedComment,
  type PrivateComment,
  privateCommentResponse,
  type SentComment,
} from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { aNonce, approve, insertComments, postAsWeb, rowOf, sendComment, spam } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let postId = '';
const ask = (what: string, body: object) => postAsWeb(cms, `/api/private-comments/${what}`, body);
const look = async (key: object): Promise<PrivateComment> =>
  privateCommentResponse.strict().parse((await ask('look', key).expect(200)).body).data;

beforeAll(async () => {
  cms = await startCmsHere();
  ({ documentId: postId } = await documentsOf(cms.strapi, 'api::post.post').createPublished({
    title: 'Kindness',
    body: paragraphs('x'),
  }));
});
afterAll(() => cms.stop());

describe('POST /api/private-comments/look', () => {
  it('returns a comment for its link, or for its number and code', async () => {
    const sent = await sendComment(cms, 'kindness', { text: 'Mine.' });
    const seen = await look({ token: sent.token });
    expect(seen).toMatchObject({
      number: sent.number,
      token: sent.token,
      code: sent.code,
      post: { slug: 'kindness', title: 'Kindness' },
      audience: 'everyone',
      state: 'waiting',
      hidden: false,
      name: 'Robin',
      text: 'Mine.',
      version: 1,
      decidedAt: null,
      mayChange: true,
      onPage: false,
      hasReplies: false,
      messages: [],
      mayWriteBack: false,
      awayUntil: null,
      address: null,
    });
    const typed = `${sent.code.slice(0, 4)}-${sent.code.slice(4)}`.toLowerCase();
    expect(await look({ number: sent.number, code: typed, network: null })).toEqual(seen);
  });

  it('is 404 for a wrong link, and 400 for what can’t be a link', async () => {
    const { token, number } = await sendComment(cms, 'kindness');
    const other = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA');
    await ask('look', { token: other }).expect(404);
    await ask('look', { token: token.replace(`${number}.1.`, `${number}.2.`) }).expect(404);
    await ask('look', { token: token.replace(`${number}.`, `${number + 1}.`) }).expect(404);
    for (const body of [{}, { token: 'x' }, { token, number }, { number, code: 'short', network: null }])
      await ask('look', body).expect(400);
  });

  it('allows one network ten wrong codes an hour for one comment, and locks nobody else out', async () => {
    const { token, number, code } = await sendComment(cms, 'kindness');
    const wrong = code === '00000000' ? '11111111' : '00000000';
    const network = 'g'.repeat(22);
    const statuses = await Promise.all(
      Array.from({ length: 14 }, async () => (await ask('look', { number, code: wrong, network })).status),
    );
    expect(statuses.filter((status) => status === 404)).toHaveLength(10);
    const refused = await ask('look', { number, code, network }).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3000);
    await look({ token });
    // The number is public: whoever guesses must not keep its writer out.
    expect(await look({ number, code, network: 'w'.repeat(22) })).toMatchObject({ number });
  });

  it('has numbers that say nothing about how many comments there are', async () => {
    const numbers: number[] = [];
    for (let n = 0; n < 8; n += 1) numbers.push((await sendComment(cms, 'kindness')).number);
    for (const number of numbers) expect(number).toBeGreaterThan(999_999);
    const steps = numbers.slice(1).map((number, at) => Math.abs(number - (numbers[at] ?? 0)));
    expect(Math.max(...steps)).toBeGreaterThan(1_000);
    expect(numbers).not.toEqual([...numbers].sort((one, other) => one - other));
  });

  it('shows spam as waiting, and the counsellor’s answers to a private note', async () => {
    const suspected = await sendComment(cms, 'kindness', spam);
    expect(await look({ token: suspected.token })).toMatchObject({
      state: 'waiting',
      mayChange: true,
      decidedAt: null,
    });
    const note = await sendComment(cms, 'kindness', { audience: 'counsellor' });
    await cms.strapi.db
      .connection('comments')
      .where({ id: note.number })
      .update({ state: 'read', decided_at: new Date() });
    await insertComments(cms, postId, [
      {
        audience: 'counsellor',
        from_counsellor: true,
        root_id: note.number,
        parent_id: note.number,
        text: 'I read it.',
        name: null,
      },
    ]);
    expect(await look({ token: note.token })).toMatchObject({
      state: 'read',
      audience: 'counsellor',
      mayChange: false,
      onPage: false,
      hasReplies: false,
      messages: [{ by: 'counsellor', text: 'I read it.', at: '2026-01-01T08:00:00.000Z' }],
    });
  });

  it('returns the comment when its post is unpublished, and when it was deleted', async () => {
    const posts = documentsOf(cms.strapi, 'api::post.post');
    const { documentId } = await posts.createPublished({ title: 'Passing', body: paragraphs('x') });
    const { token, number } = await sendComment(cms, 'passing');
    await approve(cms, number);
    expect(await look({ token })).toMatchObject({ onPage: true });
    await posts.unpublish(documentId);
    expect(await look({ token })).toMatchObject({ onPage: false, post: { slug: 'passing' } });
    await posts.delete(documentId);
    expect(await look({ token })).toMatchObject({ onPage: false, post: null });
  });
});

describe('POST /api/private-comments/change', () => {
  let sent: SentComment;
  beforeAll(async () => {
    sent = await sendComment(cms, 'kindness');
  });

  it('changes the text until there is a decision, and screens it again', async () => {
    const { data } = (
      await ask('change', { token: sent.token, version: 1, name: 'R.', text: 'I want to die.' }).expect(200)
    ).body as { data: PrivateComment };
    expect(data).toMatchObject({ version: 2, name: 'R.', text: 'I want to die.', mayChange: true });
    expect(await rowOf(cms, 'comments', { id: sent.number })).toMatchObject({ care_kind: 'self', state: 'waiting' });
    await ask('change', { token: sent.token, version: 2, name: 'R.', text: 'I am well.' }).expect(200);
    // Only the counsellor ends a flag.
    expect(await rowOf(cms, 'comments', { id: sent.number })).toMatchObject({ care_kind: 'self', state: 'waiting' });
  });

  it('is 409 if it was changed meanwhile, and accepts one of many parallel changes', async () => {
    await ask('change', { token: sent.token, version: 1, name: 'R.', text: 'Late words.' }).expect(409);
    const at = await look({ token: sent.token });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        ask('change', { token: sent.token, version: at.version, name: 'R.', text: `Words ${n}.` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
  });

  it('returns the errors of each field, and is 409 after a decision', async () => {
    const { body } = await ask('change', { token: sent.token, version: 3, name: '', text: ' ' }).expect(400);
    expect(body.error.details.issues).toEqual([
      { path: ['name'], code: 'missing' },
      { path: ['text'], code: 'missing' },
    ]);
    await approve(cms, sent.number);
    const refused = await ask('change', { token: sent.token, version: 4, name: 'R.', text: 'Other words.' }).expect(
      409,
    );
    expect(refused.body.error.message).toContain('You can still remove your name or delete it.');
  });
});

describe('a writer’s private link', () => {
  it('removes the name with POST /api/private-comments/remove-name, also from replies that mention it', async () => {
    const sent = await sendComment(cms, 'kindness', { name: 'Ann' });
    await approve(cms, sent.number);
    const [reply = 0] = await insertComments(cms, postId, [
      { root_id: sent.number, parent_id: sent.number, name: 'Ben' },
    ]);
    const own = await sendComment(cms, 'kindness', { name: 'Cleo', parent: reply });
    await approve(cms, own.number);
    const [last] = await insertComments(cms, postId, [{ root_id: sent.number, parent_id: own.number }]);
    const answers = async () => (await cms.asWeb(`/api/comments/${last}`)).body.data.comment.answers as unknown;
    expect(await answers()).toEqual({ number: own.number, name: 'Cleo' });
    expect((await ask('remove-name', { token: own.token }).expect(200)).body.data).toMatchObject({
      name: null,
      text: expect.stringContaining('Thank you'),
    });
    expect(await answers()).toEqual({ number: own.number, name: null });
  });

  it('is renewed with POST /api/private-comments/renew-link, which ends the old link and code', async () => {
    const { token, number, code } = await sendComment(cms, 'kindness');
    const { data } = (await ask('renew-link', { token }).expect(200)).body as { data: PrivateComment };
    expect(data.token).not.toBe(token);
    await ask('look', { token }).expect(404);
    await ask('look', { number, code, network: null }).expect(404);
    await look({ token: data.token });
    await look({ number, code: data.code, network: null });
    await ask('renew-link', { token }).expect(404);
  });

  it('deletes everything with POST /api/private-comments/delete, address and reports included', async () => {
    const { token, number } = await sendComment(cms, 'kindness', { email: 'gone@example.org', notifyOnReply: true });
    await approve(cms, number);
    await postAsWeb(cms, `/api/comments/${number}/reports`, {
      reason: 'advertising',
      text: '',
      nonce: 'a'.repeat(22),
    }).expect(201);
    expect((await ask('delete', { token }).expect(200)).body).toEqual({ data: { removed: true }, meta: {} });
    expect(await rowOf(cms, 'comments', { id: number })).toBeUndefined();
    expect(await rowOf(cms, 'reports', { comment_id: number })).toBeUndefined();
    expect(await rowOf(cms, 'mailboxes', { address: 'gone@example.org' })).toBeUndefined();
    for (const what of ['look', 'delete', 'remove-name']) await ask(what, { token }).expect(404);
  });

  it('leaves an empty place in the thread only while the comment has replies', async () => {
    const root = await sendComment(cms, 'kindness', { name: 'Ann', email: 'kept@example.org', notifyOnReply: true });
    await sendComment(cms, 'kindness', { email: 'kept@example.org', notifyOnReply: true });
    await approve(cms, root.number);
    const reply = await sendComment(cms, 'kindness', { parent: root.number });
    await ask('delete', { token: root.token }).expect(200);
    await cms.asWeb(`/api/comments/${root.number}`).expect(404);
    await approve(cms, reply.number);
    expect((await cms.asWeb(`/api/comments/${root.number}`).expect(200)).body.data.comment).toMatchObject({
      removed: 'by its writer',
      text: null,
      by: { name: null },
    });
    expect(await rowOf(cms, 'comments', { id: root.number })).toMatchObject({
      state: 'removed',
      text: null,
      name: null,
      mailbox_id: null,
    });
    expect(await rowOf(cms, 'mailboxes', { address: 'kept@example.org' })).toBeDefined();
    await ask('look', { token: root.token }).expect(404);
    await ask('delete', { token: reply.token }).expect(200);
    expect(await rowOf(cms, 'comments', { id: root.number })).toBeUndefined();
  });
});

describe('a private note', () => {
  let her: SignedIn;
  beforeAll(async () => {
    her = await signIn(cms, cms.logins.counsellor);
  });
  const note = (over: object = {}) => sendComment(cms, 'kindness', { audience: 'counsellor', ...over });
  const open = async (number: number): Promise<OpenedComment> =>
    (await her.post(`/quiet-room/comments/${number}/open`).send({}).expect(200)).body.data as OpenedComment;
  const answer = async (number: number, text: string): Promise<void> => {
    const { version, state } = await open(number);
    await her.post(`/quiet-room/comments/${number}/reply`).send({ version, state, text, nonce: aNonce() }).expect(200);
  };
  const write = (token: string, text: string, nonce = aNonce()) => ask('write-back', { token, text, nonce });
  const below = async (number: number): Promise<Record<string, unknown>[]> =>
    (await cms.strapi.db
      .connection('comments')
      .where({ root_id: number, from_counsellor: false })
      .orderBy('id')) as Record<string, unknown>[];
  const settings = async (change: Readonly<Record<string, unknown>>): Promise<void> => {
    const row = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
    await documentsOf(cms.strapi, 'api::practice.practice').update(row.documentId, change);
  };

  it('takes an email address by itself, which can only be for telling that there is an answer', async () => {
    const { number } = await note({ email: 'alone@example.org' });
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({
      notify_on_approval: expect.toSatisfy((on) => !on),
      notify_on_reply: expect.toSatisfy(Boolean),
    });
  });

  it('can be written back to once it was read, and the counsellor finds all of it in one thread', async () => {
    const { number, token } = await note({ text: 'The first words.' });
    await write(token, 'Too early.').expect(409);
    await answer(number, 'An answer.');
    await cms.strapi.db.connection('emails').delete();
    const nonce = aNonce();
    const twice = await Promise.all([
      write(token, 'The second words.', nonce),
      write(token, 'The second words.', nonce),
    ]);
    for (const { status, body } of twice) {
      expect(status).toBe(200);
      expect(body.data.messages).toMatchObject([{ by: 'counsellor' }, { by: 'writer', text: 'The second words.' }]);
    }
    // The same form with other words is another message.
    await write(token, 'The third words.', nonce).expect(200);
    const messages = await below(number);
    expect(messages.map(({ text, state }) => [text, state])).toEqual(
      expect.arrayContaining([
        ['The second words.', 'waiting'],
        ['The third words.', 'waiting'],
      ]),
    );
    expect(messages).toHaveLength(2);
    expect(await storedEmails(cms.strapi, { kind: 'something-waiting' })).toHaveLength(2);

    const opened = await open(Number(messages[0]?.id));
    expect(opened).toMatchObject({ audience: 'counsellor', isReply: true, allowed: { replies: ['counsellor'] } });
    expect(opened.thread.map(({ text }) => text)).toEqual([
      'The first words.',
      'An answer.',
      'The second words.',
      'The third words.',
    ]);
    await answer(Number(messages[0]?.id), 'A second answer.');
    expect((await look({ token })).messages.at(-1)).toMatchObject({ by: 'counsellor', text: 'A second answer.' });
    expect(await rowOf(cms, 'comments', { id: Number(messages[0]?.id) })).toMatchObject({ state: 'read' });
    expect((await cms.asWeb('/api/posts/kindness/comments')).text).not.toMatch(/words\.|An answer|A second answer/);
  });

  it('has its messages screened for care and spam like any comment', async () => {
    const { number, token } = await note();
    await answer(number, 'An answer.');
    await cms.strapi.db.connection('emails').delete();
    await write(token, 'I want to kill myself tonight.').expect(200);
    await write(token, 'Best casino https://a.example https://b.example https://c.example buy now').expect(200);
    const messages = await below(number);
    expect(messages.find(({ care_kind }) => care_kind === 'self')).toMatchObject({ state: 'waiting' });
    expect(messages.filter(({ state }) => state === 'spam')).toHaveLength(1);
    expect((await storedEmails(cms.strapi, {})).map(({ subject }) => subject)).toEqual([
      'Please look at your dashboard today',
    ]);
  });

  it('takes ten messages that were not read, none while the counsellor is away, and returns what is wrong', async () => {
    const { number, token } = await note();
    await answer(number, 'An answer.');
    const { body } = await write(token, ' ').expect(400);
    expect(body.error.details.issues).toEqual([{ path: ['text'], code: 'missing' }]);
    await settings({ awayUntil: '2099-01-01T10:00:00.000Z' });
    expect(await look({ token })).toMatchObject({ mayWriteBack: true, awayUntil: '2099-01-01T10:00:00.000Z' });
    await write(token, 'Is anybody there?').expect(409);
    await settings({ awayUntil: null });
    for (let n = 0; n < maxUnreadMessages; n += 1) await write(token, `Message ${n}.`).expect(200);
    await write(token, 'One too many.').expect(409);
    await open(Number((await below(number))[0]?.id));
    await write(token, 'And one more.').expect(200);
    await write(`${token.slice(0, -2)}xx`, 'With a wrong link.').expect(404);
  });

  it('is exported, erased and deleted together with what was written back', async () => {
    const email = 'whole@example.org';
    const { number, token } = await note({ email, text: 'The first words of Whole.' });
    await answer(number, 'An answer for Whole.');
    await write(token, 'The second words of Whole.').expect(200);
    const { body } = await her.post('/quiet-room/privacy/find').send({ address: email }).expect(200);
    for (const words of ['The first words of Whole.', 'An answer for Whole.', 'The second words of Whole.'])
      expect(JSON.stringify(body)).toContain(words);
    await her.post('/quiet-room/privacy/erase').send({ address: email }).expect(200);
    expect(await cms.strapi.db.connection('comments').where({ id: number }).orWhere({ root_id: number })).toEqual([]);

    const other = await note();
    await answer(other.number, 'An answer.');
    await write(other.token, 'More words.').expect(200);
    await ask('delete', { token: other.token }).expect(200);
    expect(await below(other.number)).toEqual([]);
  });

  it('is kept as long as the conversation about it goes on, and nothing in it is deleted unread', async () => {
    const { applyRetention } = cmsPart<{ applyRetention: (strapi: unknown, now: Date) => Promise<unknown> }>(
      'api/comment/moderation/apply-retention.js',
    );
    const day = 86_400_000;
    const inDays = (days: number) => new Date(Date.now() + days * day);
    const [unread, read, public_] = [await note(), await note(), await sendComment(cms, 'kindness')];
    for (const { number } of [unread, read]) await answer(number, 'An answer.');
    await open(public_.number);
    await her
      .post(`/quiet-room/comments/${public_.number}/reply`)
      .send({ version: 1, state: 'waiting', text: 'Only for you.', nonce: aNonce(), audience: 'counsellor' })
      .expect(200);
    await write(unread.token, 'Not read yet.').expect(200);
    const rows = cms.strapi.db.connection.bind(cms.strapi.db);
    await rows('comments')
      .where({ root_id: read.number, from_counsellor: true })
      .update({ sent_at: inDays(100) });
    await applyRetention(cms.strapi, inDays(200));
    await look({ token: unread.token });
    await look({ token: read.token });
    expect(await look({ token: public_.token })).toMatchObject({ messages: [] });
    await applyRetention(cms.strapi, inDays(300));
    await look({ token: unread.token });
    await ask('look', { token: read.token }).expect(404);
    await open(Number((await below(unread.number))[0]?.id));
    await applyRetention(cms.strapi, inDays(300));
    await ask('look', { token: unread.token }).expect(404);
    expect(await below(unread.number)).toEqual([]);
  });
});
