import { confirmedResponse, resubscribedResponse, sentWithMailboxResponse, unsubscribedResponse } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart, selectFrom } from '../support/cms-parts.ts';
import { approve, approveByService, mailboxToken, postAsWeb, rowOf, sendComment } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
const wants = { notifyOnApproval: true, notifyOnReply: true };
const confirm = (token: string, version: number | null = null) =>
  postAsWeb(cms, '/api/mailboxes/confirm', { token, version });
const unsubscribe = (token: string, all: boolean) => postAsWeb(cms, '/api/mailboxes/unsubscribe', { token, all });
const linkTo = (act: 'confirm' | 'unsubscribe', number: number) => mailboxToken(selectFrom(cms.strapi), act, number);
const mailboxOf = async (number: number) => Number((await rowOf(cms, 'comments', { id: number }))?.mailbox_id);

beforeAll(async () => {
  cms = await startCmsHere();
  await documentsOf(cms.strapi, 'api::post.post').createPublished({ title: 'Kindness', body: paragraphs('x') });
});
afterAll(() => cms.stop());

describe('POST /api/mailboxes/confirm', () => {
  it('confirms the address and the comment that the email was about, however often it is pressed', async () => {
    const { number } = await sendComment(cms, 'kindness', { email: 'ann@example.org', ...wants });
    const mailbox = await mailboxOf(number);
    const token = await linkTo('confirm', number);
    const answer = confirmedResponse.strict().parse((await confirm(token).expect(200)).body).data;
    expect(answer.onPage).toBe(false);
    const { confirmed } = (await rowOf(cms, 'mailboxes', { id: mailbox })) ?? {};
    expect(confirmed).not.toBeNull();
    expect((await rowOf(cms, 'comments', { id: number }))?.confirmed_at).not.toBeNull();
    await confirm(token).expect(200);
    expect(await rowOf(cms, 'mailboxes', { id: mailbox })).toMatchObject({ confirmed });
  });

  it('queues the emails that waited for it: that the comment was published, and that somebody replied', async () => {
    const { number } = await sendComment(cms, 'kindness', { email: 'dot@example.org', ...wants });
    await approveByService(cms, number);
    const reply = await sendComment(cms, 'kindness', { parent: number });
    await approveByService(cms, reply.number);
    const told = async () =>
      (await storedEmails(cms.strapi, { to: 'dot@example.org' }))
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'confirm-address');
    expect(await told()).toEqual([]);
    await confirm(await linkTo('confirm', number)).expect(200);
    expect(await told()).toEqual(['comment-appeared', 'someone-replied']);
  });

  it('is 404 for a link that was made for another purpose', async () => {
    const { number } = await sendComment(cms, 'kindness', { email: 'bea@example.org', ...wants });
    const mailbox = await mailboxOf(number);
    await confirm(await linkTo('unsubscribe', number)).expect(404);
    await confirm((await linkTo('confirm', number)).replace(/^\d+/, '999999')).expect(404);
    await confirm('x').expect(400);
    expect(await rowOf(cms, 'mailboxes', { id: mailbox })).toMatchObject({ confirmed: null });
  });
});

describe('a mailbox', () => {
  it('is one, however its address is spelled, and gets emails at the spelling that was typed', async () => {
    const spellings = ['Gus@müller.example', '<gus@xn--mller-kva.example>,', '\u202aGUS@MÜLLER.example\u202c'];
    const numbers: number[] = [];
    for (const email of spellings) numbers.push((await sendComment(cms, 'kindness', { email, ...wants })).number);
    const mailboxes = await Promise.all(numbers.map(mailboxOf));
    expect(new Set(mailboxes).size).toBe(1);
    expect((await storedEmails(cms.strapi, { to: 'Gus@xn--mller-kva.example' })).map(({ kind }) => kind)).toEqual([
      'confirm-address',
    ]);
    await unsubscribe(await linkTo('unsubscribe', numbers[0] ?? 0), true).expect(200);
    for (const number of numbers)
      expect(await rowOf(cms, 'comments', { id: number })).toMatchObject({
        notify_on_approval: expect.toSatisfy((flag) => !flag) as unknown,
      });
  });

  it('that stopped all emails is asked once a day, and gets nothing else until its owner allows it', async () => {
    const email = 'ivy@example.org';
    const before = await sendComment(cms, 'kindness', { email, ...wants });
    await confirm(await linkTo('confirm', before.number)).expect(200);
    const stop = await linkTo('unsubscribe', before.number);
    await unsubscribe(stop, true).expect(200);
    await cms.strapi.db.connection('emails').delete();
    await cms.strapi.db.connection('mailboxes').update({ asked: '2026-01-01' });
    const kinds = async () => (await storedEmails(cms.strapi, { to: email })).map(({ kind }) => kind);

    const again = await sendComment(cms, 'kindness', { email, ...wants });
    await sendComment(cms, 'kindness', { email, ...wants });
    await approveByService(cms, again.number);
    await approveByService(cms, before.number);
    expect(await kinds()).toEqual(['confirm-address']);
    await cms.strapi.db.connection('emails').delete();

    const allow = (token: string) => postAsWeb(cms, '/api/mailboxes/resubscribe', { token });
    await allow(await linkTo('confirm', before.number)).expect(404);
    expect(resubscribedResponse.parse((await allow(stop).expect(200)).body).data).toEqual({ unsubscribed: false });
    const later = await sendComment(cms, 'kindness', { email, ...wants });
    await approveByService(cms, later.number);
    expect(await kinds()).toEqual(['was-it-you']);
    const pressed = await confirm(await linkTo('confirm', later.number)).expect(200);
    expect(confirmedResponse.parse(pressed.body).data.allowedAgain).toBe(false);
  });

  it('that stopped all emails gets what was asked for once its owner has confirmed it again', async () => {
    const email = 'lou@example.org';
    const before = await sendComment(cms, 'kindness', { email, ...wants });
    await confirm(await linkTo('confirm', before.number)).expect(200);
    await unsubscribe(await linkTo('unsubscribe', before.number), true).expect(200);
    await cms.strapi.db.connection('emails').delete();
    await cms.strapi.db.connection('mailboxes').update({ asked: '2026-01-01' });
    const again = await sendComment(cms, 'kindness', { email, ...wants });
    await approveByService(cms, again.number);
    const pressed = await confirm(await linkTo('confirm', again.number)).expect(200);
    expect(confirmedResponse.parse(pressed.body).data.allowedAgain).toBe(true);
    expect((await storedEmails(cms.strapi, { to: email })).map(({ kind }) => kind)).toEqual([
      'confirm-address',
      'comment-appeared',
    ]);
  });

  it('that stopped all emails allows them again with the button of an older email, which says so first', async () => {
    const email = 'kit@example.org';
    const { number } = await sendComment(cms, 'kindness', { email, ...wants });
    const link = await linkTo('confirm', number);
    const isStopped = async (): Promise<boolean> =>
      sentWithMailboxResponse.parse((await postAsWeb(cms, '/api/mailboxes/look', { token: link }).expect(200)).body)
        .data.isStopped;
    expect(await isStopped()).toBe(false);
    await unsubscribe(await linkTo('unsubscribe', number), true).expect(200);
    expect(await isStopped()).toBe(true);
    await cms.strapi.db.connection('emails').delete();
    const press = async () => confirmedResponse.parse((await confirm(link).expect(200)).body).data.allowedAgain;
    expect([await press(), await press()]).toEqual([true, false]);
    expect(await isStopped()).toBe(false);
    // What was stopped stays so; what is asked for from now on is sent.
    await approveByService(cms, number);
    const later = await sendComment(cms, 'kindness', { email, ...wants });
    await approveByService(cms, later.number);
    expect(await storedEmails(cms.strapi, { to: email })).toMatchObject([{ kind: 'was-it-you' }]);
  });

  const service = (file: string, name: string) =>
    cmsPart<Record<string, (...args: unknown[]) => Promise<unknown>>>(file)[name];
  const ends = {
    'its last comment was deleted': (token: string) =>
      postAsWeb(cms, '/api/private-comments/delete', { token }).expect(200),
    'everything about it was erased': (_token: string, email: string) =>
      service('api/privacy/personal-data.js', 'erasePersonalData')?.(cms.strapi, email, new Date()),
    'it was not used for years': async (_token: string, email: string) => {
      await cms.strapi.db
        .connection('mailboxes')
        .where({ address: email })
        .update({ last_used: new Date(0) });
      await service('api/comment/moderation/apply-retention.js', 'applyRetention')?.(cms.strapi, new Date());
    },
  };
  it.each(Object.entries(ends))(
    'that stopped all emails is asked first, too, after %s, and allows them with an old link',
    async (how, end) => {
      const email = `jo-${Object.keys(ends).indexOf(how)}@example.org`;
      const before = await sendComment(cms, 'kindness', { email, ...wants });
      const { body } = await confirm(await linkTo('confirm', before.number)).expect(200);
      const stop = await linkTo('unsubscribe', before.number);
      await unsubscribe(stop, true).expect(200);
      await end(confirmedResponse.parse(body).data.privateLink.token, email);
      expect(await rowOf(cms, 'mailboxes', { address: email })).toBeUndefined();
      const kept = await cms.strapi.db.connection('unsubscribed_addresses').select('*');
      expect(JSON.stringify(kept)).not.toContain('jo-');
      // A mail program may press its button again.
      await unsubscribe(stop, true).expect(200);
      // Emails go to the address as it was typed last, so they are compared without capitals.
      const emails = async () =>
        (await storedEmails(cms.strapi, {})).filter(({ to }) => to?.toLowerCase() === email).map(({ kind }) => kind);
      await cms.strapi.db.connection('emails').delete();

      const again = await sendComment(cms, 'kindness', { email: email.toUpperCase(), ...wants });
      await approveByService(cms, again.number);
      expect(await emails()).toEqual(['confirm-address']);
      await cms.strapi.db.connection('emails').delete();
      const other = await sendComment(cms, 'kindness', { email: 'somebody-else@example.org', ...wants });
      expect((await rowOf(cms, 'mailboxes', { id: await mailboxOf(other.number) }))?.unsubscribed).toBeNull();

      await postAsWeb(cms, '/api/mailboxes/resubscribe', { token: stop }).expect(200);
      await postAsWeb(cms, '/api/mailboxes/resubscribe', { token: stop }).expect(404);
      await cms.strapi.db.connection('mailboxes').update({ asked: '2026-01-01' });
      await sendComment(cms, 'kindness', { email, ...wants });
      expect(
        (await storedEmails(cms.strapi, { kind: 'confirm-address' })).map(({ to }) => to?.toLowerCase()),
      ).toContain(email);
    },
  );
});

describe('POST /api/mailboxes/unsubscribe', () => {
  it('stops the emails about one comment, or all, however often it is pressed', async () => {
    const one = await sendComment(cms, 'kindness', { email: 'cem@example.org', ...wants });
    const two = await sendComment(cms, 'kindness', { email: 'cem@example.org', ...wants });
    const token = await linkTo('unsubscribe', one.number);
    await unsubscribe(token, false).expect(200);
    expect(unsubscribedResponse.parse((await unsubscribe(token, false).expect(200)).body).data).toEqual({
      unsubscribed: true,
    });
    const wishes = async ({ number }: { number: number }) =>
      Boolean((await rowOf(cms, 'comments', { id: number }))?.notify_on_reply);
    expect([await wishes(one), await wishes(two)]).toEqual([false, true]);
    await unsubscribe(token, true).expect(200);
    await unsubscribe(token, true).expect(200);
    expect(await wishes(two)).toBe(false);
    expect((await rowOf(cms, 'mailboxes', { address: 'cem@example.org' }))?.unsubscribed).not.toBeNull();
  });
});

describe('first-timers', () => {
  it('are auto-approved later, when that very comment is confirmed and screening finds nothing', async () => {
    const row = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
    await documentsOf(cms.strapi, 'api::practice.practice').update(row.documentId, {
      comments: { moderated: 'first-timers', readersMayReply: true },
    });
    const send = (text: string) => sendComment(cms, 'kindness', { email: 'dee@example.org', ...wants, text });
    const confirmIt = async ({ number }: { number: number }) =>
      (await confirm(await linkTo('confirm', number), 1).expect(200)).body.data.onPage as boolean;

    const first = await send('This is my first time here.');
    expect(await confirmIt(first)).toBe(false);
    await approve(cms, first.number);
    const second = await send('And my second.');
    await cms.asWeb(`/api/comments/${second.number}`).expect(404);
    expect(await confirmIt(second)).toBe(true);
    expect(await confirmIt(second)).toBe(false);
    await cms.asWeb(`/api/comments/${second.number}`).expect(200);
    for (const words of ['I want to die.', 'Call me on 07700 900123 please.'])
      expect(await confirmIt(await send(words)), words).toBe(false);
  });
});
