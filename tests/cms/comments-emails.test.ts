import type { Submission } from 'shared';
import { type ConfirmedMailbox, confirmedMailbox } from 'shared';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { approveByService, postAsWeb, rowOf, sendComment, spam } from '../support/comments.ts';
import { type StoredEmail, storedEmails } from '../support/emails.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

let cms: CmsHere;
const site = 'https://site.example';
const both = { notifyOnApproval: true, notifyOnReply: true };
const send = (email: string, over: Partial<Submission> = {}) =>
  sendComment(cms, 'kindness', { email, ...both, ...over });
const emails = async (to: string) =>
  (await storedEmails(cms.strapi, { to })).map(({ kind, text }) => ({ kind, text: text ?? '' }));
/** What an email says, without its links: their random letters may spell anything. */
const wordsOf = (email: StoredEmail | undefined): string =>
  `${email?.subject} ${email?.text} ${email?.html}`.replace(/https?:[^\s"<]+/g, '');
const kinds = async (to: string) => (await emails(to)).map(({ kind }) => kind);
const press = async (path: 'confirm' | 'unsubscribe', text: string, more: object = {}) => {
  const token = new RegExp(`${site}/mail/${path}/(\\S+)`).exec(text)?.[1];
  return (await postAsWeb(cms, `/api/mailboxes/${path}`, { token, ...more }).expect(200)).body as { data: unknown };
};
/** Presses the button of the email that asks to confirm an address; returns the new private link. */
const confirm = async (to: string): Promise<ConfirmedMailbox['privateLink']> => {
  const email = (await emails(to)).find(({ kind }) => kind === 'confirm-address');
  return confirmedMailbox.parse((await press('confirm', email?.text ?? '')).data).privateLink;
};
/** As if the last email that asks had gone out on another day. */
const nextDay = () => cms.strapi.db.connection('mailboxes').update({ asked: '2026-01-01' });

beforeAll(async () => {
  cms = await startCmsHere({ siteUrl: site });
  await documentsOf(cms.strapi, 'api::post.post').createPublished({ title: 'Kindness', body: paragraphs('x') });
});
afterAll(() => cms.stop());
afterEach(async () => {
  await cms.strapi.db.query('api::email.email').deleteMany({ where: {} });
});

describe('the email that asks to confirm an address', () => {
  it('is queued once per address and day, however many forms are sent at once, and reveals nothing', async () => {
    await Promise.all(
      Array.from({ length: 8 }, () => send('ann@example.org', { name: 'Ann Secret', text: 'My secret words.' })),
    );
    const [email, ...more] = await storedEmails(cms.strapi, { to: 'ann@example.org' });
    expect(more).toEqual([]);
    expect(email).toMatchObject({ kind: 'confirm-address', subject: 'Please confirm your address' });
    expect(wordsOf(email)).not.toMatch(/Ann|secret|Kindness/i);
    await nextDay();
    await send('ann@example.org');
    expect(await kinds('ann@example.org')).toEqual(['confirm-address', 'confirm-address']);
  });

  it('is queued again after all emails were stopped; not for confirmed addresses, spam, or twice a day', async () => {
    await send('bea@example.org');
    await confirm('bea@example.org');
    await nextDay();
    await send('bea@example.org');
    expect(await kinds('bea@example.org')).toEqual(['confirm-address']);
    await send('cem@example.org');
    await press('unsubscribe', (await emails('cem@example.org'))[0]?.text ?? '', { all: true });
    expect(await kinds('cem@example.org')).toEqual([]);
    await send('cem@example.org');
    expect(await kinds('cem@example.org')).toEqual([]);
    await nextDay();
    await send('cem@example.org');
    await send('cem@example.org');
    await send('spam@example.org', spam);
    await sendComment(cms, 'kindness');
    expect((await storedEmails(cms.strapi, { state: 'queued', kind: 'confirm-address' })).map(({ to }) => to)).toEqual([
      'bea@example.org',
      'cem@example.org',
    ]);
  });

  it('is queued when the counsellor approves what was marked as spam', async () => {
    const { number } = await send('dee@example.org', spam);
    await approveByService(cms, number);
    expect(await kinds('dee@example.org')).toEqual(['confirm-address']);
  });
});

describe('the email that a reader asked for', () => {
  it('is queued after approval and confirmation, in either order, and once', async () => {
    const early = await send('eve@example.org');
    await approveByService(cms, early.number);
    expect(await kinds('eve@example.org')).toEqual(['confirm-address']);
    await confirm('eve@example.org');
    expect(await kinds('eve@example.org')).toEqual(['confirm-address', 'comment-appeared']);
    await confirm('eve@example.org');
    const late = await send('eve@example.org');
    expect(await kinds('eve@example.org')).toHaveLength(2);
    await approveByService(cms, late.number);
    await cms.strapi.db.connection('comments').where({ id: late.number }).update({ state: 'declined' });
    await approveByService(cms, late.number);
    const [, appeared, asked, ...more] = await emails('eve@example.org');
    expect(more).toEqual([]);
    expect(appeared?.text).toContain(`${site}/blog/kindness/comments/${early.number}\n`);
    expect(appeared?.text).toContain(`${site}/your-comment/${early.number}.2.`);
    // Anybody can have sent the later one: its owner is asked, and nothing in the email opens it.
    expect(asked?.kind).toBe('was-it-you');
    expect(asked?.text).not.toMatch(/your-comment|blog/);
    const { privateLink } = confirmedMailbox.parse((await press('confirm', asked?.text ?? '')).data);
    expect(privateLink.token).not.toBe(late.token);
    expect(await kinds('eve@example.org')).toHaveLength(3);
  });

  it('is not queued if the reader did not ask for it', async () => {
    const { number } = await send('fay@example.org', { notifyOnApproval: false });
    await confirm('fay@example.org');
    await approveByService(cms, number);
    expect(await kinds('fay@example.org')).toEqual(['confirm-address']);
  });

  it('tells of a reply by somebody else, with a link and without its text', async () => {
    const { number } = await send('gus@example.org', { notifyOnApproval: false });
    await confirm('gus@example.org');
    await approveByService(cms, number);
    const own = await send('gus@example.org', { parent: number, notifyOnApproval: false });
    await approveByService(cms, own.number);
    expect(await kinds('gus@example.org')).toEqual(['confirm-address']);
    const other = await sendComment(cms, 'kindness', { parent: number, name: 'Hal Secret', text: 'Secret words.' });
    expect(await kinds('gus@example.org')).toEqual(['confirm-address']);
    await approveByService(cms, other.number);
    const [, email] = await storedEmails(cms.strapi, { to: 'gus@example.org' });
    expect(email).toMatchObject({ kind: 'someone-replied', subject: 'There is an answer for you' });
    expect(email?.text).toContain(`${site}/blog/kindness/comments/${other.number}\n`);
    expect(wordsOf(email)).not.toMatch(/Hal|Secret|Kindness/);
  });

  it('goes to the writer of the answered reply, not to the one who began the thread', async () => {
    const reader = { notifyOnApproval: false };
    const root = await send('lea@example.org', reader);
    await confirm('lea@example.org');
    await approveByService(cms, root.number);
    const reply = await send('max@example.org', { ...reader, parent: root.number, notifyOnReply: true });
    await confirm('max@example.org');
    await approveByService(cms, reply.number);
    expect(await kinds('lea@example.org')).toEqual(['confirm-address', 'someone-replied']);
    const replyToReply = await sendComment(cms, 'kindness', { parent: reply.number });
    await approveByService(cms, replyToReply.number);
    expect(await kinds('lea@example.org')).toEqual(['confirm-address', 'someone-replied']);
    expect(await kinds('max@example.org')).toEqual(['confirm-address', 'someone-replied']);
    expect((await emails('max@example.org')).at(-1)?.text).toContain(
      `${site}/blog/kindness/comments/${replyToReply.number}\n`,
    );
  });

  it('waits after unsubscribing from all emails until the address is confirmed again', async () => {
    const first = await send('nia@example.org');
    await confirm('nia@example.org');
    await approveByService(cms, first.number);
    await press('unsubscribe', (await emails('nia@example.org')).at(-1)?.text ?? '', { all: true });
    await nextDay();
    const later = await send('nia@example.org');
    await approveByService(cms, later.number);
    const reply = await sendComment(cms, 'kindness', { parent: later.number });
    await approveByService(cms, reply.number);
    expect(await kinds('nia@example.org')).toEqual(['confirm-address']);
    expect(await rowOf(cms, 'comments', { id: later.number })).toMatchObject({ state: 'approved' });
  });

  it('stops for one comment, and goes on for the others of its writer', async () => {
    const one = await send('ida@example.org');
    await confirm('ida@example.org');
    const two = await send('ida@example.org');
    await approveByService(cms, one.number);
    await press('unsubscribe', (await emails('ida@example.org')).at(-1)?.text ?? '', { all: false });
    expect(await kinds('ida@example.org')).toEqual(['confirm-address']);
    await approveByService(cms, two.number);
    expect(await kinds('ida@example.org')).toEqual(['confirm-address', 'was-it-you']);
  });
});

describe('a comment that its writer deletes', () => {
  it('loses its queued emails, and those to an address that nobody uses any more', async () => {
    const { number } = await send('jo@example.org');
    const { token } = await confirm('jo@example.org');
    await approveByService(cms, number);
    expect(await kinds('jo@example.org')).toHaveLength(2);
    await postAsWeb(cms, '/api/private-comments/delete', { token }).expect(200);
    expect(await storedEmails(cms.strapi, { to: 'jo@example.org' })).toEqual([]);
    expect((await storedEmails(cms.strapi)).every(({ state, text }) => state === 'cancelled' && text === null)).toBe(
      true,
    );
    expect(await rowOf(cms, 'mailboxes', { address: 'jo@example.org' })).toBeUndefined();
  });
});

describe('first-timers', () => {
  it('are asked to confirm each later comment that could be auto-approved, and no other', async () => {
    const row = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
    await documentsOf(cms.strapi, 'api::practice.practice').update(row.documentId, {
      comments: { moderated: 'first-timers', readersMayReply: true },
    });
    const first = await send('kim@example.org', { notifyOnReply: false });
    await confirm('kim@example.org');
    await approveByService(cms, first.number);
    await nextDay();
    await send('kim@example.org', { text: 'I want to die.' });
    expect(await kinds('kim@example.org')).toEqual(['confirm-address', 'comment-appeared']);
    const later = await send('kim@example.org', { text: 'Here again, and glad of it.' });
    expect((await kinds('kim@example.org')).at(-1)).toBe('confirm-address');
    await press('confirm', (await emails('kim@example.org')).at(-1)?.text ?? '', { version: 1 });
    await cms.asWeb(`/api/comments/${later.number}`).expect(200);
    expect((await kinds('kim@example.org')).at(-1)).toBe('comment-appeared');
  });
});
