import { type Refusal, type Submission, submissionResponse } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { aComment, aNonce, approve, insertComments, postAsWeb, rowOf, sendComment, spam } from '../support/comments.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let postId = '';
const at = '/api/posts/kindness/comments';
const send = (body: object, path = at) => postAsWeb(cms, path, body);
const countRows = async (table: string, where: object = {}) =>
  Number(((await cms.strapi.db.connection(table).where(where).count({ n: '*' }).first()) as { n: unknown }).n);

const practice = async (comments: object, awayUntil: string | null = null): Promise<void> => {
  const documents = documentsOf(cms.strapi, 'api::practice.practice');
  const row = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
  await documents.update(row.documentId, { comments, awayUntil });
};

beforeAll(async () => {
  cms = await startCmsHere();
  const posts = documentsOf(cms.strapi, 'api::post.post');
  ({ documentId: postId } = await posts.createPublished({ title: 'Kindness', body: paragraphs('Be kind.') }));
  await posts.createPublished({ title: 'Closed', body: paragraphs('x'), commentsOpen: false });
  await posts.createPublished({ title: 'Old', body: paragraphs('x'), published: '2020-01-01T08:00:00.000Z' });
  await posts.create({ title: 'Draft', body: paragraphs('x') });
});
afterAll(() => cms.stop());

describe('POST /api/posts/:slug/comments', () => {
  it('stores a comment and returns its private link, the same one when it is sent again', async () => {
    const sent = aComment();
    const first = await send(sent).expect(201);
    const { data } = submissionResponse.parse(first.body);
    expect(data).toMatchObject({ audience: 'everyone', confirms: false });
    expect(data.token).toMatch(new RegExp(`^${data.number}\\.1\\.[\\w-]{43}$`));
    expect(data.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect((await send(sent).expect(200)).body).toEqual(first.body);
    expect(await rowOf(cms, 'comments', { id: data.number })).toMatchObject({
      text: sent.text,
      name: 'Robin',
      state: 'waiting',
      post_id: postId,
    });
  });

  it('stores another comment when the form is changed and sent again, and says what was sent before', async () => {
    const sent = aComment({ email: 'twice@example.org', notifyOnApproval: true });
    const first = submissionResponse.parse((await send(sent).expect(201)).body).data;
    const changed = { ...sent, audience: 'counsellor', text: 'This is for the counsellor only, please.' } as const;
    const second = submissionResponse.parse((await send(changed).expect(201)).body).data;
    expect(first.earlier).toBeNull();
    expect(second).toMatchObject({
      audience: 'counsellor',
      earlier: { audience: 'everyone', token: first.token },
    });
    expect(await rowOf(cms, 'comments', { id: second.number })).toMatchObject({
      text: changed.text,
      audience: 'counsellor',
    });
    expect((await rowOf(cms, 'comments', { id: first.number }))?.text).toBe(sent.text);
    expect((await send(sent).expect(200)).body).toMatchObject({ data: first });
    expect((await send(changed).expect(200)).body).toMatchObject({ data: second });
  });

  it('gives out the first link again, and no link that replaced it', async () => {
    const sent = aComment();
    const { data } = submissionResponse.parse((await send(sent).expect(201)).body);
    await postAsWeb(cms, '/api/private-comments/renew-link', { token: data.token }).expect(200);
    expect((await send(sent).expect(200)).body).toMatchObject({ data: { token: data.token, code: data.code } });
  });

  it('stores one comment when the same form is sent fifty times at once', async () => {
    const sent = aComment({ email: 'robin@example.org', notifyOnApproval: true });
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(sent)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(49);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await countRows('comments', { nonce: sent.nonce })).toBe(1);
    expect(await countRows('mailboxes', { address: 'robin@example.org' })).toBe(1);
  });

  it('returns the error code of each field, and repeats nothing that was typed', async () => {
    const { status, body, text } = await send({
      ...aComment(),
      name: ' ',
      text: 'x',
      email: 'not an address at secret',
      notifyOnReply: true,
      consent: false,
    });
    expect(status).toBe(400);
    expect((body as Refusal).error.details?.issues).toEqual([
      { path: ['name'], code: 'missing' },
      { path: ['email'], code: 'not-an-address' },
      { path: ['text'], code: 'too-short' },
      { path: ['consent'], code: 'no-consent' },
    ]);
    expect(text).not.toContain('secret');
  });

  it.each<[string, Partial<Submission>]>([
    ['an address without a use, which it does not keep', { email: 'unused@example.org' }],
    ['a wish without an address', { notifyOnReply: true }],
    ['a private note with a wish that it has no use for', { audience: 'counsellor', notifyOnApproval: true }],
  ])('takes %s', async (_what, over) => {
    const { data } = submissionResponse.parse((await send(aComment(over)).expect(201)).body);
    expect(data.confirms).toBe(false);
    expect(await rowOf(cms, 'comments', { id: data.number })).toMatchObject({ mailbox_id: null });
    expect(await countRows('mailboxes', { address: 'unused@example.org' })).toBe(0);
  });

  it('stores one mailbox for one address, however it is written', async () => {
    await sendComment(cms, 'kindness', { email: 'Alex@Example.ORG ', notifyOnReply: true });
    await sendComment(cms, 'kindness', { email: 'Alex@example.org', notifyOnApproval: true });
    expect(await countRows('mailboxes', { address: 'Alex@example.org' })).toBe(1);
  });

  it('is 404 for a draft and for a post that does not exist', async () => {
    await send(aComment(), '/api/posts/draft/comments').expect(404);
    await send(aComment(), '/api/posts/never/comments').expect(404);
  });

  it('stores text as people type it, whatever it is', async () => {
    const hostile = [
      '<script>alert(1)</script> & <b>',
      'a\u0000b\r\nc',
      'half \ud83d',
      'whole 🌧️',
      '\u202eright to left',
      '=cmd|calc',
      'Ĥ\u0301e',
    ];
    for (const text of hostile) {
      const { number } = await sendComment(cms, 'kindness', { text, name: `${text.slice(0, 20)} N` });
      expect((await rowOf(cms, 'comments', { id: number }))?.text).toBe(
        text.replaceAll('\u0000', '').replaceAll('\r\n', '\n').toWellFormed(),
      );
    }
  });
});

describe('replies to comments', () => {
  let root = 0;
  let reply = 0;
  beforeAll(async () => {
    [root = 0] = await insertComments(cms, postId, [{}]);
    [reply = 0] = await insertComments(cms, postId, [{ root_id: root, parent_id: root }]);
  });

  it('are in the thread of their parent, two levels deep', async () => {
    const below = await sendComment(cms, 'kindness', { parent: root });
    const belowReply = await sendComment(cms, 'kindness', { parent: reply });
    expect(await rowOf(cms, 'comments', { id: below.number })).toMatchObject({ root_id: root, parent_id: root });
    expect(await rowOf(cms, 'comments', { id: belowReply.number })).toMatchObject({ root_id: root, parent_id: reply });
  });

  it('need a parent that can be read under that very post', async () => {
    const waiting = await sendComment(cms, 'kindness');
    const [hidden = 0, note = 0, elsewhere = 0] = await insertComments(cms, postId, [
      { hidden: true },
      { audience: 'counsellor', state: 'read' },
      { post_id: 'another' },
    ]);
    for (const parent of [waiting.number, hidden, note, elsewhere, 2_000_000_000])
      await send(aComment({ parent })).expect(404);
    const [removed = 0] = await insertComments(cms, postId, [{ state: 'removed', text: null, name: null }]);
    await insertComments(cms, postId, [{ root_id: removed, parent_id: removed }]);
    await send(aComment({ parent: removed })).expect(409);
  });

  it('are private notes in no thread if they are for the counsellor only', async () => {
    const { number } = await sendComment(cms, 'kindness', { parent: root, audience: 'counsellor' });
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({
      root_id: null,
      parent_id: root,
      audience: 'counsellor',
    });
  });

  it('are refused if readers may not reply to each other', async () => {
    await practice({ moderated: 'all', readersMayReply: false });
    await send(aComment({ parent: root })).expect(409);
    await send(aComment()).expect(201);
    await practice({ moderated: 'all', readersMayReply: true });
  });
});

describe('closed comments', () => {
  it('accept nothing new, but repeat the response to what was sent before', async () => {
    await send(aComment(), '/api/posts/closed/comments').expect(409);
    const sent = aComment();
    await send(sent, '/api/posts/old/comments').expect(201);
    await practice({ moderated: 'all', readersMayReply: true, closeAfterDays: 30 });
    await send(aComment({ nonce: aNonce() }), '/api/posts/old/comments').expect(409);
    await send(sent, '/api/posts/old/comments').expect(200);
    await send(aComment()).expect(201);
  });

  it('are closed while the counsellor is away, private notes included', async () => {
    await practice({ moderated: 'all', readersMayReply: true }, '2099-01-01T00:00:00.000Z');
    await send(aComment()).expect(409);
    const { body } = await send(aComment({ audience: 'counsellor' })).expect(409);
    expect(body).toMatchObject({
      data: null,
      error: { status: 409, name: 'ConflictError', message: 'Comments on this post are closed.' },
    });
    await practice({ moderated: 'all', readersMayReply: true });
  });
});

describe('spam', () => {
  it('gets the same response as any other comment', async () => {
    const { number, ...rest } = await sendComment(cms, 'kindness', {
      ...spam,
      email: 'spammer@example.org',
      notifyOnApproval: true,
    });
    expect(rest).toMatchObject({ audience: 'everyone', confirms: true });
    expect((await rowOf(cms, 'comments', { id: number }))?.state).toBe('spam');
    await approve(cms, number);
  });
});
