import { setTimeout as pause } from 'node:timers/promises';
import { decisionResponse, type DecisionView } from 'shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../support/accounts.ts';
import { signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart, selectFrom } from '../support/cms-parts.ts';
import { aNonce, decisionToken, insertComments, postAsWeb, rowOf, sendComment, spam } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
let postId: string;
const her = 'counsellor@quiet-room.example';
const secretWords = 'Something that only the counsellor should read.';

const emailsToCounsellor = (more: object = {}) => storedEmails(cms.strapi, { state: 'queued', to: her, ...more });
const settings = async (comments: object): Promise<void> => {
  const row = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
  await documentsOf(cms.strapi, 'api::practice.practice').update(row.documentId, { comments });
};
/** Opens the link that was sent to a new address. */
const confirmAddress = async (to: string): Promise<void> => {
  const [email] = await storedEmails(cms.strapi, { to, kind: 'confirm-counsellor-address' });
  const admin = await signIn(cms, cms.logins.counsellor);
  await admin
    .post('/quiet-room/notification-address/confirm')
    .send({ token: /#(\S+)/.exec(email?.text ?? '')?.[1] })
    .expect(200);
};
const sendDigest = (now: Date) =>
  cmsPart<{ sendDigest: (strapi: unknown, now: Date) => Promise<boolean> }>(
    'api/comment/emails/notify-counsellor.js',
  ).sendDigest(cms.strapi, now);

beforeAll(async () => {
  cms = await startCmsHere();
  ({ documentId: postId } = await documentsOf(cms.strapi, 'api::post.post').createPublished({
    title: 'Kindness',
    body: paragraphs('x'),
  }));
});
afterAll(() => cms.stop());
beforeEach(async () => {
  await cms.strapi.db.connection('emails').delete();
  await settings({});
});

describe('the email that something is waiting', () => {
  it('says nothing of who, what and why, and comes once a comment', async () => {
    const { number, token } = await sendComment(cms, 'kindness', {
      name: 'Robinia',
      text: secretWords,
    });
    const [email, ...more] = await emailsToCounsellor();
    expect(more).toEqual([]);
    expect(email).toMatchObject({
      kind: 'something-waiting',
      subject: 'Something is waiting',
      about: `comment:${number}`,
    });
    expect(email?.text).toMatch(/\/admin\/comments\n/);
    for (const secret of ['Robinia', secretWords, 'Kindness', 'die', 'danger'])
      expect(`${email?.subject} ${email?.text} ${email?.html}`).not.toContain(secret);
    await postAsWeb(cms, '/api/private-comments/change', {
      token,
      version: 1,
      name: 'Robinia',
      text: 'Other words.',
    }).expect(200);
    expect(await emailsToCounsellor()).toHaveLength(1);
  });

  it('does not come for spam, and is taken back when its comment is deleted or decided before it went', async () => {
    await sendComment(cms, 'kindness', spam);
    expect(await emailsToCounsellor()).toEqual([]);
    const [gone, decided] = [await sendComment(cms, 'kindness'), await sendComment(cms, 'kindness')];
    expect(await emailsToCounsellor()).toHaveLength(2);
    await postAsWeb(cms, '/api/private-comments/delete', { token: gone.token }).expect(200);
    const admin = await signIn(cms, cms.logins.counsellor);
    await admin.post(`/quiet-room/comments/${decided.number}/open`).expect(200);
    await admin
      .post('/quiet-room/comments/decide')
      .send({ decision: 'approve', comments: [{ number: decided.number, version: 1, state: 'waiting' }] })
      .expect(200);
    expect(await emailsToCounsellor()).toEqual([]);
  });

  it('goes where she says, with words and a link where she chose so, again when the words have changed', async () => {
    const to = 'elsewhere@example.org';
    await settings({ mail: 'full', mailTo: to });
    await confirmAddress(to);
    const { number, token } = await sendComment(cms, 'kindness', { name: 'Robinia', text: secretWords });
    await postAsWeb(cms, '/api/private-comments/change', {
      token,
      version: 1,
      name: 'Robinia',
      text: 'Changed words.',
    }).expect(200);
    const [first, second] = await storedEmails(cms.strapi, { kind: 'something-waiting', to });
    expect(first?.subject).toBe('Something is waiting');
    for (const part of ['Robinia', secretWords, 'Kindness', `/decide/${number}.1.`, `/admin/comments/${number}`])
      expect(first?.text).toContain(part);
    expect(second?.text).toContain(`/decide/${number}.2.`);
  });

  it('of a note offers no decision', async () => {
    await settings({ mail: 'full' });
    await sendComment(cms, 'kindness', { audience: 'counsellor', text: secretWords });
    const [email] = await emailsToCounsellor();
    expect(email?.text).toContain('only for you');
    expect(email?.text).not.toContain('/decide/');
  });

  it('comes for a report, too, whatever she chose, without the reason', async () => {
    await settings({ mail: 'digest' });
    const [number] = await insertComments(cms, postId, [{}]);
    await postAsWeb(cms, `/api/comments/${number}/reports`, {
      reason: 'identifies-or-threatens',
      text: secretWords,
      nonce: aNonce(),
    }).expect(201);
    const [email] = await emailsToCounsellor();
    expect(email?.kind).toBe('report-waiting');
    expect(email?.text).not.toMatch(/identif|threat|only the counsellor/i);
  });
});

describe('the email of the day', () => {
  it('comes once a day, however many processes think of it, when something waits', async () => {
    const morning = new Date('2026-05-01T07:00:00Z');
    await cms.strapi.db.connection('comments').delete();
    await settings({ mail: 'digest' });
    expect(await sendDigest(morning)).toBe(false);
    await sendComment(cms, 'kindness', { text: secretWords });
    expect(await emailsToCounsellor()).toEqual([]);
    expect((await Promise.all([1, 2, 3].map(() => sendDigest(morning)))).filter(Boolean)).toHaveLength(1);
    const [email, ...more] = await emailsToCounsellor();
    expect([email?.kind, more.length]).toEqual(['digest', 0]);
    expect(email?.text).toContain('One thing is waiting');
    expect(email?.text).not.toContain(secretWords);
    expect(await sendDigest(new Date('2026-05-02T07:00:00Z'))).toBe(true);
    // Answered only to its writer, it waits no more.
    await cms.strapi.db.connection('comments').update({ answered_at: new Date() });
    expect(await sendDigest(new Date('2026-05-04T07:00:00Z'))).toBe(false);
    await cms.strapi.db.connection('comments').update({ answered_at: null });
    await settings({ mail: 'discreet' });
    expect(await sendDigest(new Date('2026-05-03T07:00:00Z'))).toBe(false);
  });
});

describe('POST /api/decision-links/look and /decide', () => {
  const tokenOf = (number: number, version = 1, ends = Math.floor(Date.now() / 1000) + 60): Promise<string> =>
    decisionToken(selectFrom(cms.strapi), number, version, ends);
  const look = async (token: string): Promise<DecisionView> =>
    decisionResponse.strict().parse((await postAsWeb(cms, '/api/decision-links/look', { token }).expect(200)).body)
      .data;
  const decide = async (token: string, decision: string): Promise<DecisionView> =>
    decisionResponse
      .strict()
      .parse((await postAsWeb(cms, '/api/decision-links/decide', { token, decision }).expect(200)).body).data;

  it('look as often as they like, decide once, and say so afterwards', async () => {
    await settings({ mail: 'full' });
    const { number } = await sendComment(cms, 'kindness', { text: secretWords });
    const token = /\/decide\/(\S+)/.exec((await emailsToCounsellor())[0]?.text ?? '')?.[1] ?? '';
    await look(token);
    expect(await look(token)).toMatchObject({
      state: 'open',
      comment: { number, text: secretWords, post: { slug: 'kindness' } },
    });
    expect(await decide(token, 'approve')).toMatchObject({
      state: 'decided',
      decided: { decision: 'approve' },
      comment: null,
    });
    expect(await decide(token, 'decline')).toMatchObject({ state: 'decided', decided: { decision: 'approve' } });
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({ state: 'approved' });
  });

  it('decide nothing about other words than the email had, and nothing about what is gone', async () => {
    const changed = await sendComment(cms, 'kindness');
    await postAsWeb(cms, '/api/private-comments/change', {
      token: changed.token,
      version: 1,
      name: 'Robin',
      text: 'Other words.',
    }).expect(200);
    expect(await decide(await tokenOf(changed.number), 'approve')).toMatchObject({ state: 'changed', comment: null });
    expect(await rowOf(cms, 'comments', { id: changed.number })).toMatchObject({ state: 'waiting' });
    const token = await tokenOf(changed.number, 2);
    expect(await look(token)).toMatchObject({ state: 'open' });
    // Without its row there is nothing to verify the link with.
    await postAsWeb(cms, '/api/private-comments/delete', { token: changed.token }).expect(200);
    await postAsWeb(cms, '/api/decision-links/decide', { token, decision: 'approve' }).expect(404);
  });

  it('are 404 when they were made by somebody else, and say so when they have expired', async () => {
    const { number } = await sendComment(cms, 'kindness');
    const token = `${(await tokenOf(number)).slice(0, -43)}${'A'.repeat(43)}`;
    await postAsWeb(cms, '/api/decision-links/look', { token }).expect(404);
    await postAsWeb(cms, '/api/decision-links/decide', { token, decision: 'approve' }).expect(404);
    const expired = await tokenOf(number, 1, Math.floor(Date.now() / 1000) - 1);
    expect(await look(expired)).toMatchObject({ state: 'ended', comment: null });
    expect(await decide(expired, 'approve')).toMatchObject({ state: 'ended' });
    await postAsWeb(cms, '/api/decision-links/decide', { token: await tokenOf(number), decision: 'publish' }).expect(
      400,
    );
    expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({ state: 'waiting' });
  });

  it('end as soon as the counsellor signs in another way, or emails go elsewhere', async () => {
    const login = { ...cms.logins.counsellor };
    const emergency = await signIn(cms, cms.logins.emergency);
    const { id } = (await cms.strapi.db.query('admin::user').findOne({ where: { email: her } })) as { id: number };
    const setPassword = async (password: string) => {
      const body = { password, currentPassword: cms.logins.emergency.password };
      await emergency.put(`/admin/users/${id}`).send(body).expect(200);
      login.password = password;
    };
    const endsWith = async (what: string, change: () => Promise<unknown>) => {
      const { number } = await sendComment(cms, 'kindness');
      const token = await tokenOf(number);
      expect((await look(token)).state, what).toBe('open');
      await change();
      expect(await decide(token, 'approve'), what).toEqual({
        state: 'ended',
        decided: null,
        comment: null,
        dashboardUrl: 'http://127.0.0.1:9/admin/comments',
      });
      expect((await look(await tokenOf(number))).state, what).toBe('open');
    };
    const back = login.password;
    await endsWith('a new password', () => setPassword('Lighthouse-with-a-green-door-7'));
    await endsWith('the password of before', () => setPassword(back));
    const setup = '/quiet-room/account/second-factor';
    await endsWith('two-step sign-in', async () => {
      const admin = await signIn(cms, login);
      const begun = await admin.post(`${setup}/begin`).send({ currentPassword: login.password }).expect(200);
      const { key } = (begun.body as { data: { key: string } }).data;
      const confirmed = await admin
        .post(`${setup}/confirm`)
        .send({ code: codeOf(key) })
        .expect(200);
      const [code] = (confirmed.body as { data: { recoveryCodes: string[] } }).data.recoveryCodes;
      await endsWith('no two-step sign-in', () =>
        admin.post(`${setup}/end`).send({ currentPassword: login.password, code }).expect(200),
      );
    });
    const to = 'a-new-one@example.org';
    await endsWith('another address', async () => {
      await settings({ mailTo: to });
      await confirmAddress(to);
    });
    await endsWith('the address of before', () => settings({ mailTo: null }));
    // Nobody else's password has to do with them.
    const { number } = await sendComment(cms, 'kindness');
    const token = await tokenOf(number);
    const webTeam = (await cms.strapi.db
      .query('admin::user')
      .findOne({ where: { email: cms.logins.webTeam.email } })) as { id: number };
    await emergency
      .put(`/admin/users/${webTeam.id}`)
      .send({ password: 'Lighthouse-with-a-red-door-7', currentPassword: cms.logins.emergency.password })
      .expect(200);
    expect((await look(token)).state).toBe('open');
  });
});

describe('retention', () => {
  const applyRetention = (now: Date) =>
    cmsPart<{ applyRetention: (strapi: unknown, now: Date) => Promise<{ comments: number; addresses: number }> }>(
      'api/comment/moderation/apply-retention.js',
    ).applyRetention(cms.strapi, now);
  const now = new Date('2027-06-01T03:00:00Z');
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

  it('deletes what has outlived its purpose, once, and nothing unread or held', async () => {
    await cms.strapi.db.connection('comments').delete();
    const old = { sent_at: daysAgo(400), opened_at: daysAgo(399), decided_at: daysAgo(399) };
    const [spam, declined, note, unread, held, approved, waiting, young] = await insertComments(cms, postId, [
      { ...old, state: 'spam' },
      { ...old, state: 'declined' },
      { ...old, state: 'read', audience: 'counsellor' },
      { ...old, state: 'spam', opened_at: null },
      { ...old, state: 'declined', legal_hold_reason: 'Evidence', legal_hold_until: '2027-01-01' },
      { ...old },
      { ...old, state: 'waiting' },
      { ...old, state: 'declined', decided_at: daysAgo(89) },
    ]);
    const done = await Promise.all([applyRetention(now), applyRetention(now)]);
    expect(done.reduce((sum, { comments }) => sum + comments, 0)).toBe(3);
    const left = ((await cms.strapi.db.connection('comments').select('id').orderBy('id')) as { id: number }[]).map(
      ({ id }) => id,
    );
    expect(left).toEqual([unread, held, approved, waiting, young]);
    expect([spam, declined, note].some((id) => left.includes(id ?? 0))).toBe(false);
  });

  it('of many comments lets requests in between, and forgets none of them', async () => {
    await cms.strapi.db.connection('comments').delete();
    const old = { sent_at: daysAgo(400), opened_at: daysAgo(399), decided_at: daysAgo(399), state: 'spam' as const };
    // More than are looked for at once.
    const many = 510;
    await insertComments(
      cms,
      postId,
      Array.from({ length: many }, () => old),
    );
    let isDone = false;
    const deleting = applyRetention(now).finally(() => (isDone = true));
    let answered = 0;
    while (!isDone) {
      await cms.anonymously('/_health').expect(204);
      answered += 1;
      await pause(10);
    }
    expect((await deleting).comments).toBe(many);
    expect(answered).toBeGreaterThan(5);
  });

  it('forgets addresses that were not used for a year, and the comment stays', async () => {
    await sendComment(cms, 'kindness', { email: 'old@example.org', notifyOnApproval: true });
    const { number } = await sendComment(cms, 'kindness', { email: 'kept@example.org', notifyOnApproval: true });
    await cms.strapi.db.connection('mailboxes').update({ last_used: daysAgo(366) });
    await cms.strapi.db
      .connection('comments')
      .where({ id: number })
      .update({ legal_hold_reason: 'Evidence', legal_hold_until: '2099-01-01' });
    expect((await applyRetention(now)).addresses).toBe(1);
    expect(await rowOf(cms, 'mailboxes', { address: 'old@example.org' })).toBeUndefined();
    expect(await rowOf(cms, 'mailboxes', { address: 'kept@example.org' })).toBeDefined();
    expect(await storedEmails(cms.strapi, { to: 'old@example.org' })).toEqual([]);
    expect(
      await rowOf(cms, 'comments', { mailbox_id: null, notify_on_approval: false, state: 'waiting' }),
    ).toBeDefined();
  });
});
