import type { ModerationOutcomes, OpenedComment, PrivateComment, ReplyOutcome } from 'shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { selectFrom } from '../support/cms-parts.ts';
import {
  aNonce,
  decisionToken,
  insertComments,
  mailboxToken,
  postAsWeb,
  rowOf,
  sendComment,
} from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let her: SignedIn;
let postId: string;

const danger = 'I want to kill myself tonight.';
const base = '/quiet-room/comments';
const tell = async <T>(path: string, body: object = {}): Promise<T> =>
  ((await her.post(`${base}${path}`).send(body).expect(200)).body as { data: T }).data;
const open = (number: number) => tell<OpenedComment>(`/${number}/open`);
const asRead = (number: number, state = 'waiting', version = 1) => ({ number, version, state });
const decide = async (decision: string, comments: object[], confirmed = false) =>
  (await tell<ModerationOutcomes>('/decide', { decision, comments, confirmed })).outcomes;
const answer = (number: number, over: object = {}) =>
  tell<ReplyOutcome>(`/${number}/reply`, {
    version: 1,
    state: 'waiting',
    text: 'I have read this, and I am glad that you wrote.',
    nonce: aNonce(),
    audience: 'counsellor',
    ...over,
  });
const look = async (token: string): Promise<PrivateComment> =>
  (await postAsWeb(cms, '/api/private-comments/look', { token }).expect(200)).body.data as PrivateComment;
const change = (token: string, version: number, text: string) =>
  postAsWeb(cms, '/api/private-comments/change', { token, version, name: 'Robin', text }).expect(200);
const page = async (): Promise<string> => (await cms.asWeb('/api/posts/kindness/comments').expect(200)).text;
const flagged = (over = {}) => sendComment(cms, 'kindness', { text: danger, ...over });
const settings = async (comments: object): Promise<void> => {
  const row = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
  await documentsOf(cms.strapi, 'api::practice.practice').update(row.documentId, { comments });
};

beforeAll(async () => {
  cms = await startCmsHere();
  ({ documentId: postId } = await documentsOf(cms.strapi, 'api::post.post').createPublished({
    title: 'Kindness',
    body: paragraphs('x'),
  }));
  her = await signIn(cms, cms.logins.counsellor);
});
afterAll(() => cms.stop());
beforeEach(async () => {
  await cms.strapi.db.connection('emails').delete();
});

describe('deciding about several comments at once', () => {
  it('leaves out of an approval what was not opened, and what has a care flag although it was', async () => {
    const [read, unread, inDanger] = [
      await sendComment(cms, 'kindness'),
      await sendComment(cms, 'kindness'),
      await flagged(),
    ];
    await open(read.number);
    await open(inDanger.number);
    const all = [read, unread, inDanger].map(({ number }) => asRead(number));
    const statuses = ['done', 'left-out', 'left-out'];
    expect((await decide('approve', all)).map(({ status }) => status)).toEqual(statuses);
    for (const { number } of [unread, inDanger])
      expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({ state: 'waiting' });
    // Nobody was asked about each of them.
    expect((await decide('approve', all.slice(1), true)).map(({ status }) => status)).toEqual(['left-out', 'left-out']);
    expect(await page()).not.toContain(danger);
  });

  it('leaves the same ones out of every other decision, and out of deleting for good', async () => {
    const [read, unread, inDanger, note] = [
      await sendComment(cms, 'kindness'),
      await sendComment(cms, 'kindness'),
      await flagged(),
      await flagged({ audience: 'counsellor' }),
    ];
    await open(read.number);
    await open(inDanger.number);
    const others = [unread, inDanger, note].map(({ number }) => asRead(number));
    const statuses = async (decision: string, comments: object[], confirmed = false) =>
      (await decide(decision, comments, confirmed)).map(({ status }) => status);
    const remove = async (comments: object[], confirmed = false) =>
      (await tell<ModerationOutcomes>('/delete', { comments, confirmed })).outcomes.map(({ status }) => status);
    for (const confirmed of [false, true]) {
      expect(await statuses('spam', others, confirmed)).toEqual(['left-out', 'left-out', 'left-out']);
      expect(await statuses('decline', others, confirmed)).toEqual(['left-out', 'left-out', 'refused']);
      expect(await remove(others, confirmed)).toEqual(['left-out', 'left-out', 'left-out']);
    }
    expect(await statuses('read', [asRead(note.number)])).toEqual(['left-out']);
    // One that is ticked alone in a list is not open either.
    for (const { number } of [unread, inDanger]) expect(await statuses('spam', [asRead(number)])).toEqual(['left-out']);
    expect(await tell('/seen', { numbers: [note.number] })).toEqual({ seen: 0, leftOut: 1 });
    for (const { number } of [unread, inDanger, note])
      expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({ state: 'waiting' });

    expect(await statuses('decline', [asRead(read.number)])).toEqual(['done']);
    expect(await statuses('spam', [asRead(inDanger.number)], true)).toEqual(['done']);
    expect(await remove([asRead(inDanger.number, 'spam')])).toEqual(['left-out']);
    expect(await remove([asRead(inDanger.number, 'spam')], true)).toEqual(['done']);
  });

  it('approves a flagged one only by itself, after it was opened and the counsellor was asked', async () => {
    const { number } = await flagged();
    expect(await decide('approve', [asRead(number)], true)).toEqual([{ number, status: 'left-out' }]);
    await open(number);
    expect(await decide('approve', [asRead(number)])).toEqual([{ number, status: 'left-out' }]);
    expect(await answer(number, { audience: 'everyone' })).toEqual({
      outcome: { number, status: 'left-out' },
      reply: null,
    });
    expect(await decide('approve', [asRead(number)], true)).toEqual([{ number, status: 'done' }]);
    expect(await page()).toContain(danger);
    await decide('decline', [asRead(number, 'approved')], true);
  });

  it('leaves out what is signed with the counsellor’s name, until they are asked about it alone', async () => {
    const { id } = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { id: number };
    const names = (data: object) => cms.strapi.db.query('api::practice.practice').update({ where: { id }, data });
    await names({ counsellor: 'Nora Ashby', name: 'Harbour Counselling' });
    const [theirs, practices] = [
      await sendComment(cms, 'kindness', { name: 'Nоra  ashby ✓' }),
      await sendComment(cms, 'kindness', { name: 'Harbour Counselling' }),
    ];
    const opened = [await open(theirs.number), await open(practices.number)];
    expect(opened.map(({ signedAs }) => signedAs)).toEqual(['counsellor', 'practice']);
    const both = opened.map(({ number }) => asRead(number));
    expect((await decide('approve', both, true)).map(({ status }) => status)).toEqual(['left-out', 'left-out']);
    expect(await answer(theirs.number, { audience: 'everyone' })).toMatchObject({ outcome: { status: 'left-out' } });
    const token = await decisionToken(selectFrom(cms.strapi), theirs.number, 1, Math.floor(Date.now() / 1000) + 60);
    const decided = await postAsWeb(cms, '/api/decision-links/decide', { token, decision: 'approve' }).expect(200);
    expect(decided.body).toMatchObject({ data: { state: 'on-dashboard' } });
    // The names as they are now.
    await names({ counsellor: 'Another Person' });
    expect((await open(theirs.number)).signedAs).toBeNull();
    await names({ counsellor: 'Nora Ashby' });
    expect(await decide('approve', [asRead(theirs.number)], true)).toEqual([{ number: theirs.number, status: 'done' }]);
    const { reply } = await answer(theirs.number, {
      state: 'approved',
      audience: 'everyone',
      text: 'Someone else wrote this.',
    });
    expect((await open(Number(reply))).signedAs).toBeNull();
  });

  it('is done again by a second press, and is no error', async () => {
    const { number } = await sendComment(cms, 'kindness');
    await open(number);
    for (let press = 0; press < 2; press += 1)
      expect(await decide('approve', [asRead(number)])).toEqual([{ number, status: 'done' }]);
    expect(await decide('decline', [asRead(number)])).toEqual([{ number, status: 'already-decided' }]);
  });
});

describe('a care flag', () => {
  it('stays with its reasons after every decision, an undo and a change of the text, until it is dismissed', async () => {
    const { number, token } = await flagged();
    const isFlagged = async () => {
      const { care, careReasons } = await open(number);
      return care?.urgent === true && careReasons.length > 0;
    };
    await change(token, 1, 'I am well. Please forget it.');
    expect(await isFlagged()).toBe(true);
    await decide('decline', [asRead(number, 'waiting', 2)], true);
    expect(await isFlagged()).toBe(true);
    await tell('/undo', { comments: [asRead(number, 'declined', 2)] });
    expect(await isFlagged()).toBe(true);
    await decide('approve', [asRead(number, 'waiting', 2)], true);
    expect(await isFlagged()).toBe(true);
    const stale = await tell(`/${number}/dismiss-flag`, { version: 1, state: 'approved' });
    expect(stale).toEqual({ outcome: { number, status: 'changed' } });
    expect(await tell(`/${number}/dismiss-flag`, { version: 2, state: 'approved' })).toEqual({
      outcome: { number, status: 'done' },
    });
    expect(await open(number)).toMatchObject({ care: null, careReasons: [] });
  });

  it('comes back after it was dismissed with other words, not with another name alone', async () => {
    const { number, token } = await flagged();
    await tell(`/${number}/dismiss-flag`, { version: 1, state: 'waiting' });
    await postAsWeb(cms, '/api/private-comments/change', { token, version: 1, name: 'R.', text: danger }).expect(200);
    expect((await open(number)).care).toBeNull();
    await change(token, 2, `${danger} Really.`);
    expect((await open(number)).care).toMatchObject({ urgent: true });
  });

  it('keeps a comment out of the spam folder, whatever its writer changes it to', async () => {
    const { number, token } = await flagged();
    await change(
      token,
      1,
      'Cheap casino at https://casino.example https://casino.example/bonus https://casino.example/x',
    );
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({
      state: 'waiting',
      care_urgent: expect.anything(),
    });
  });
});

describe('an answer that only the writer can read', () => {
  it('publishes and decides nothing, and is on the private page before and after declining', async () => {
    const { number, token } = await flagged();
    expect((await open(number)).allowed.replies).toEqual(['everyone', 'counsellor']);
    expect(await answer(number)).toMatchObject({ outcome: { status: 'done' }, reply: expect.any(Number) });
    expect(await look(token)).toMatchObject({
      state: 'waiting',
      mayChange: true,
      hasReplies: false,
      messages: [{ by: 'counsellor', text: 'I have read this, and I am glad that you wrote.' }],
    });
    await decide('decline', [asRead(number)], true);
    expect((await open(number)).allowed.replies).toEqual(['counsellor']);
    await answer(number, { state: 'declined', text: 'A second answer.' });
    expect(await look(token)).toMatchObject({ state: 'declined', messages: [{}, { text: 'A second answer.' }] });
    for (const words of [danger, 'I am glad that you wrote', 'A second answer.'])
      expect(await page()).not.toContain(words);
    const { thread, care } = await open(number);
    expect(thread.filter(({ isPrivate }) => isPrivate).map(({ text }) => text)).toHaveLength(2);
    expect(care).not.toBeNull();
  });

  it('stays between the two when the comment is on the page with public replies', async () => {
    const [root = 0] = await insertComments(cms, postId, [{ text: 'A first comment.' }]);
    const [below = 0] = await insertComments(cms, postId, [{ root_id: root, parent_id: root, text: 'A reply.' }]);
    await answer(below, { state: 'approved', text: 'Only for you.' });
    expect(await page()).not.toContain('Only for you.');
    for (const path of ['/api/posts/kindness/latest-comments', `/api/comments/${below}`])
      expect((await cms.asWeb(path).expect(200)).text).not.toContain('Only for you.');
    expect((await open(root)).thread.some(({ text }) => text === 'Only for you.')).toBe(false);
    expect((await open(below)).thread.map(({ text }) => text)).toContain('Only for you.');
  });

  it('is announced by email where the writer asked for that, with the link to the private page', async () => {
    const email = 'robin@example.org';
    const { number } = await flagged({ email, notifyOnReply: true });
    const confirm = await mailboxToken(selectFrom(cms.strapi), 'confirm', number);
    const { body } = await postAsWeb(cms, '/api/mailboxes/confirm', { token: confirm }).expect(200);
    await answer(number);
    const [sent] = await storedEmails(cms.strapi, { to: email, kind: 'someone-replied' });
    expect(sent?.text).toContain(`/your-comment/${body.data.privateLink.token}`);
    expect(sent?.text).not.toMatch(/glad|Kindness/);
    const quiet = await flagged({ email, notifyOnApproval: true });
    await answer(quiet.number);
    expect(await storedEmails(cms.strapi, { to: email, kind: 'someone-replied' })).toHaveLength(1);
    // Whoever types somebody else's address learns nothing: its owner is asked first.
    expect(await storedEmails(cms.strapi, { to: email, kind: 'was-it-you' })).toHaveLength(1);
  });

  it('is announced to whoever only wanted to know when the comment appears, also when it was declined', async () => {
    const email = 'wren@example.org';
    const sent = await flagged({ email, notifyOnApproval: true });
    const confirm = await mailboxToken(selectFrom(cms.strapi), 'confirm', sent.number);
    const { body } = await postAsWeb(cms, '/api/mailboxes/confirm', { token: confirm }).expect(200);
    await open(sent.number);
    await decide('decline', [asRead(sent.number)], true);
    await answer(sent.number, { state: 'declined' });
    const [told, ...more] = await storedEmails(cms.strapi, { to: email, kind: 'someone-replied' });
    expect(more).toEqual([]);
    expect(told?.text).toContain(`/your-comment/${body.data.privateLink.token}`);
    expect(told?.text).toContain('because you gave us this email address with what you sent');
    expect((await open(sent.number)).notifies).toMatchObject({ onApproval: true, address: 'confirmed' });

    const unsubscribe = /\/mail\/unsubscribe\/(\S+)/.exec(told?.text ?? '')?.[1];
    await postAsWeb(cms, '/api/mailboxes/unsubscribe', { token: unsubscribe, all: true }).expect(200);
    const { number } = await flagged({ email, notifyOnApproval: true, notifyOnReply: true });
    await answer(number);
    // The one that was in the queue is cancelled as well.
    expect(await storedEmails(cms.strapi, { to: email, kind: 'someone-replied' })).toEqual([]);
    expect((await open(number)).notifies.address).toBe('stopped');
  });

  it('reaches whoever was marked as spam by mistake, and takes what they wrote out of the spam', async () => {
    for (const [audience, after] of [
      ['everyone', 'declined'],
      ['counsellor', 'read'],
    ] as const) {
      const { number, token } = await flagged({ audience });
      await open(number);
      await decide('spam', [asRead(number)], true);
      expect((await open(number)).allowed.replies).toEqual(['counsellor']);
      expect((await answer(number, { state: 'spam' })).outcome.status).toBe('done');
      expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({ state: after });
      expect((await look(token)).messages).toMatchObject([{ by: 'counsellor' }]);
    }
  });

  it('is not announced to whoever has stopped the emails about that comment', async () => {
    const email = 'lark@example.org';
    const { number } = await flagged({ email, notifyOnApproval: true });
    const confirm = await mailboxToken(selectFrom(cms.strapi), 'confirm', number);
    await postAsWeb(cms, '/api/mailboxes/confirm', { token: confirm }).expect(200);
    const token = await mailboxToken(selectFrom(cms.strapi), 'unsubscribe', number);
    await postAsWeb(cms, '/api/mailboxes/unsubscribe', { token, all: false }).expect(200);
    await answer(number);
    expect(await storedEmails(cms.strapi, { to: email, kind: 'someone-replied' })).toEqual([]);
  });

  it('goes when its comment is deleted, and leaves no place behind', async () => {
    const { number, token } = await flagged();
    const { reply } = await answer(number);
    await postAsWeb(cms, '/api/private-comments/delete', { token }).expect(200);
    for (const id of [number, reply]) expect(await rowOf(cms, 'comments', { id })).toBeUndefined();
  });
});

describe('what the counsellor is told by email', () => {
  const emails = async () => (await storedEmails(cms.strapi, {})).map(({ kind, subject }) => [kind, subject]);
  const today = ['look-today', 'Please look at your dashboard today'];

  it('can be told apart where someone may be in danger, also when a change of the text says so', async () => {
    const { token } = await sendComment(cms, 'kindness');
    expect(await emails()).toEqual([['something-waiting', 'Something is waiting']]);
    await change(token, 1, danger);
    expect(await emails()).toContainEqual(today);
    const [email] = await storedEmails(cms.strapi, { kind: 'look-today' });
    expect(`${email?.subject} ${email?.text} ${email?.html}`).not.toMatch(/kill|danger|Robin|Kindness|flag/i);
  });

  it('comes at once about present danger, even with a digest, and without a decision link in full emails', async () => {
    await settings({ mail: 'digest' });
    await flagged();
    expect(await emails()).toEqual([today]);
    await settings({ mail: 'full' });
    await flagged();
    const [, full] = await storedEmails(cms.strapi, { kind: 'look-today' });
    expect(full?.text).toContain(danger);
    expect(full?.text).not.toContain('/decide/');
    await settings({});
  });

  it('is the same for a report by someone who worries about the writer', async () => {
    const [number = 0] = await insertComments(cms, postId, [{}]);
    await postAsWeb(cms, `/api/comments/${number}/reports`, {
      reason: 'worried-about-writer',
      text: null,
      nonce: aNonce(),
    }).expect(201);
    expect(await emails()).toEqual([['report-waiting', 'Please look at your dashboard today']]);
  });
});

describe('a decision link', () => {
  it('leads to the dashboard where the comment has a care flag, and decides nothing', async () => {
    const { number } = await flagged();
    const token = await decisionToken(selectFrom(cms.strapi), number, 1, Math.floor(Date.now() / 1000) + 60);
    for (const path of ['look', 'decide'])
      expect(
        (
          await postAsWeb(cms, `/api/decision-links/${path}`, {
            token,
            ...(path === 'decide' && { decision: 'approve' }),
          }).expect(200)
        ).body.data,
      ).toMatchObject({ state: 'on-dashboard', decided: null, comment: null });
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({ state: 'waiting' });
  });
});

describe('approving a comment whose post is not on the site', () => {
  it('tells nobody that it is on the page', async () => {
    const posts = documentsOf(cms.strapi, 'api::post.post');
    const { documentId } = await posts.createPublished({ title: 'Passing', body: paragraphs('x') });
    const email = 'passing@example.org';
    const { number, token } = await sendComment(cms, 'passing', { email, notifyOnApproval: true });
    await posts.unpublish(documentId);
    await open(number);
    expect(await decide('approve', [asRead(number)])).toMatchObject([{ status: 'done' }]);
    expect(await open(number)).toMatchObject({ state: 'approved', url: null });
    expect(await look(token)).toMatchObject({ state: 'approved', onPage: false });
    expect(await storedEmails(cms.strapi, { to: email, kind: 'comment-appeared' })).toEqual([]);
  });
});
