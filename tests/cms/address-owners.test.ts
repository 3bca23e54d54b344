import {
  confirmedResponse,
  disownedRegistrationResponse,
  disownedResponse,
  privateCommentResponse,
  sentWithMailboxResponse,
} from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart, selectFrom } from '../support/cms-parts.ts';
import { aNonce, approve, approveByService, mailboxToken, postAsWeb, rowOf, sendComment } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';
import { aRegistration, brokenInvariants, publishWorkshop, registrationActions } from '../support/workshops.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

/** Somebody else types an address first; its owner uses it, too, and presses the button in her email. */
let cms: CmsHere;
let actions: ReturnType<typeof registrationActions>;
const hour = 3_600_000;

beforeAll(async () => {
  cms = await startCmsHere();
  actions = registrationActions(cms.strapi);
  await documentsOf(cms.strapi, 'api::post.post').createPublished({ title: 'Kindness', body: paragraphs('x') });
});
afterAll(() => cms.stop());

/** The tokens of the confirmation emails to an address, the oldest first. */
const confirmations = async (to: string): Promise<string[]> =>
  (await storedEmails(cms.strapi, { to, kind: 'confirm-place' })).map(
    ({ text }) => /your-place\/confirm\/([\w.-]+)/.exec(text ?? '')?.[1] ?? '',
  );
const takenIn = async (id: string): Promise<number> =>
  Number(
    (await cms.strapi.db.connection('workshop_seats').where({ workshop_id: id }).first<{ taken: number }>())?.taken,
  );
const stranger = { name: 'A stranger', accessNeeds: 'Words of the stranger.', consent: true };
const owner = { name: 'The owner', accessNeeds: 'Words of the owner.', consent: true };

describe('a stranger who registers somebody else’s address first', () => {
  it('loses it when the owner confirms: her words count, and the stranger’s link is still that of nobody', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Owner second', capacity: 5 });
    const [email, now] = ['second@example.org', new Date()];
    const first = await actions.register(slug, aRegistration({ ...stranger, email }), now);
    const second = await actions.register(slug, aRegistration({ ...owner, email }), now);
    const [, ofOwner = ''] = await confirmations(email);
    const confirmed = await actions.confirm(ofOwner, now);
    expect(confirmed.state).toBe('confirmed');
    expect(await actions.look(confirmed.token, now)).toMatchObject({
      name: 'The owner',
      accessNeeds: 'Words of the owner.',
      joining: 'Ring the lower bell.',
    });
    // Her own link from before has ended as well, because it could have been anybody's.
    await expect(actions.look(second.token, now)).rejects.toThrow('nothing at this address');
    expect(await actions.look(first.token, now)).toMatchObject({ state: 'unconfirmed', joining: null });
    await actions.cancel(first.token, now);
    expect(await actions.look(confirmed.token, now)).toMatchObject({ state: 'confirmed' });
    expect(await brokenInvariants(cms)).toEqual([]);
  });

  it('has no link to it when the owner presses the button that came with the stranger’s words', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Owner presses the first', capacity: 5 });
    const [email, now] = ['first@example.org', new Date()];
    const { token } = await actions.register(slug, aRegistration({ ...stranger, email }), now);
    await actions.register(slug, aRegistration({ ...owner, email }), now);
    const [ofStranger = '', ofOwner = ''] = await confirmations(email);
    const confirmed = await actions.confirm(ofStranger, now);
    for (const act of ['look', 'cancel', 'accept', 'decline'] as const)
      await expect(actions[act](token, now), act).rejects.toThrow('nothing at this address');
    // The first to be confirmed counts; the other email leads to it, and says so.
    expect(await actions.confirm(ofStranger, now)).toEqual(confirmed);
    expect(await actions.confirm(ofOwner, now)).toEqual({ ...confirmed, isOther: true });
    expect(await brokenInvariants(cms)).toEqual([]);
  });

  it('keeps no seat from the owner, neither by holding the last one nor by cancelling it', async () => {
    const { slug, id } = await publishWorkshop(cms, { title: 'The last seat', capacity: 1 });
    const [email, now] = ['last@example.org', new Date()];
    const first = await actions.register(slug, aRegistration({ ...stranger, email }), now);
    const second = await actions.register(slug, aRegistration({ ...owner, email }), now);
    expect([first.reserved, second.reserved]).toEqual(['seat', 'waitlist']);
    const [, ofOwner = ''] = await confirmations(email);
    expect(await actions.confirm(ofOwner, now)).toMatchObject({ state: 'confirmed' });
    expect(await takenIn(id)).toBe(1);
    await actions.cancel(first.token, now);
    expect(await takenIn(id)).toBe(1);
    expect(await brokenInvariants(cms)).toEqual([]);
  });

  it('leaves nothing behind after a day', async () => {
    const { slug, id } = await publishWorkshop(cms, { title: 'A day later', capacity: 5 });
    const [email, now] = ['day@example.org', new Date()];
    for (const words of [stranger, owner, stranger])
      await actions.register(slug, aRegistration({ ...words, email }), now);
    expect(await takenIn(id)).toBe(3);
    await actions.confirm((await confirmations(email))[1] ?? '', now);
    await actions.expire(new Date(now.getTime() + 24 * hour));
    expect(await takenIn(id)).toBe(1);
    expect(await selectFrom(cms.strapi)(`select name, state from registrations where workshop_id = '${id}'`)).toEqual([
      { name: 'The owner', state: 'confirmed' },
    ]);
    expect(await brokenInvariants(cms)).toEqual([]);
  });
});

describe('the owner of an address that a stranger registered', () => {
  const disown = (token: string) => postAsWeb(cms, '/api/private-registrations/disown', { token });
  const emailsTo = async (to: string) =>
    (await storedEmails(cms.strapi, { to })).map(({ kind, state }) => [kind, state]);
  const rowOfToken = (token: string) => rowOf(cms, 'registrations', { id: Number(token.split('.')[0]) });
  const counsellorEmails = async () => {
    const emails = await storedEmails(cms.strapi, { kind: 'place-given-back' });
    return emails.map(({ to, subject, text }) => ({ to, subject, text }));
  };

  it('gives the place back: it goes to the waitlist, all links end, and she hears no more of it', async () => {
    const { slug, id } = await publishWorkshop(cms, { title: 'Not hers', capacity: 1 });
    const [email, now] = ['not-hers@example.org', new Date()];
    const { token } = await actions.register(slug, aRegistration({ ...stranger, email }), now);
    const next = aRegistration();
    await actions.register(slug, next, now);
    const waitlisted = await actions.confirm((await confirmations(next.email))[0] ?? '', now);
    expect(waitlisted.state).toBe('waitlisted');
    const [link = ''] = await confirmations(email);
    const before = (await counsellorEmails()).length;
    expect(disownedRegistrationResponse.parse((await disown(link).expect(200)).body).data).toEqual({ disowned: true });
    expect(await actions.look(waitlisted.token, now)).toMatchObject({ state: 'offered' });
    await expect(actions.look(token, now)).rejects.toThrow('nothing at this address');
    await postAsWeb(cms, '/api/private-registrations/confirm', { token: link }).expect(404);
    // An email that she has not got yet is not sent any more.
    expect(await emailsTo(email)).toEqual([]);
    const row = await rowOfToken(token);
    expect(row).toMatchObject({ state: 'cancelled', link_version: 2 });

    await disown(link).expect(200);
    expect(await rowOfToken(token)).toEqual(row);
    await actions.cancelWorkshop(id, null, now);
    expect(await emailsTo(email)).toEqual([]);
    const told = (await counsellorEmails()).slice(before);
    expect(told).toEqual([
      { to: expect.any(String) as string, subject: 'A place was given back', text: expect.any(String) as string },
    ]);
    expect(told[0]?.text).toContain(`/admin/workshops/${id}`);
    for (const word of [email, stranger.name, 'Not hers']) expect(told[0]?.text).not.toContain(word);
    expect(await brokenInvariants(cms)).toEqual([]);
    await actions.expire(new Date(now.getTime() + 24 * hour));
    expect(await rowOfToken(token)).toBeUndefined();
    await disown(link).expect(404);
  });

  it('ends the links of a place that the stranger cancelled first, and of one that became a decoy', async () => {
    const { slug, id } = await publishWorkshop(cms, { title: 'Cancelled first', capacity: 5 });
    const [email, now] = ['twice@example.org', new Date()];
    const first = await actions.register(slug, aRegistration({ ...stranger, email }), now);
    const second = await actions.register(slug, aRegistration({ ...stranger, email }), now);
    await actions.register(slug, aRegistration({ ...owner, email }), now);
    const [ofFirst = '', ofSecond = '', ofOwner = ''] = await confirmations(email);
    await actions.cancel(first.token, now);
    const hers = await actions.confirm(ofOwner, now);
    for (const link of [ofFirst, ofSecond]) await disown(link).expect(200);
    for (const { token } of [first, second]) {
      await expect(actions.look(token, now)).rejects.toThrow('nothing at this address');
      expect(await rowOfToken(token)).toMatchObject({ link_version: 2 });
    }
    // Her own place stays.
    expect(await actions.look(hers.token, now)).toMatchObject({ state: 'confirmed' });
    expect(await takenIn(id)).toBe(1);
    expect(await brokenInvariants(cms)).toEqual([]);
  });

  it('keeps a place that was confirmed from her mailbox: that is cancelled on its own page', async () => {
    const { slug } = await publishWorkshop(cms, { title: 'Confirmed before', capacity: 5 });
    const [email, now] = ['confirmed-before@example.org', new Date()];
    await actions.register(slug, aRegistration({ ...owner, email }), now);
    const [link = ''] = await confirmations(email);
    const { token } = await actions.confirm(link, now);
    await disown(link).expect(409);
    expect(await actions.look(token, now)).toMatchObject({ state: 'confirmed' });
    await disown(link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))).expect(404);
    await disown(token).expect(400);
  });
});

describe('the number of free seats', () => {
  it('is the same whether or not an address is registered already', async () => {
    const now = new Date();
    const after = async (title: string, listed: boolean): Promise<(number | string)[]> => {
      const { slug, id } = await publishWorkshop(cms, { title, capacity: 4 });
      const someone = aRegistration();
      await actions.register(slug, someone, now);
      await actions.confirm((await confirmations(someone.email))[0] ?? '', now);
      const probed = listed ? someone.email : aRegistration().email;
      const seen: (number | string)[] = [];
      const tokens: string[] = [];
      for (let n = 0; n < 4; n += 1) {
        const { reserved, token } = await actions.register(slug, aRegistration({ email: probed }), now);
        tokens.push(token);
        seen.push(reserved, await takenIn(id));
      }
      await actions.cancel(tokens[0] ?? '', now);
      seen.push(await takenIn(id));
      await actions.expire(new Date(now.getTime() + 24 * hour));
      seen.push(await takenIn(id));
      expect(await brokenInvariants(cms)).toEqual([]);
      return seen;
    };
    const listed = await after('Probed with a registered address', true);
    expect(listed).toEqual(['seat', 2, 'seat', 3, 'seat', 4, 'waitlist', 4, 3, 1]);
    expect(await after('Probed with a new address', false)).toEqual(listed);
  });
});

describe('a stranger who comments with somebody else’s address first', () => {
  const wants = { notifyOnReply: true };
  const confirm = async (number: number) => {
    const token = await mailboxToken(selectFrom(cms.strapi), 'confirm', number);
    return confirmedResponse.parse((await postAsWeb(cms, '/api/mailboxes/confirm', { token }).expect(200)).body).data;
  };
  const look = (token: string) => postAsWeb(cms, '/api/private-comments/look', { token });
  const own = async (token: string) => privateCommentResponse.parse((await look(token).expect(200)).body).data;

  it('loses the link when the owner confirms, who gets a new one', async () => {
    const sent = await sendComment(cms, 'kindness', { ...wants, email: 'ann@example.org' });
    const { privateLink } = await confirm(sent.number);
    await look(sent.token).expect(404);
    await postAsWeb(cms, '/api/private-comments/look', { number: sent.number, code: sent.code, network: null }).expect(
      404,
    );
    expect(await own(privateLink.token)).toMatchObject({ address: 'confirmed', code: privateLink.code });
    // Pressing again changes nothing.
    expect((await confirm(sent.number)).privateLink).toEqual(privateLink);
  });

  it('confirms nothing of what the owner wrote, nor she anything of the stranger’s', async () => {
    const [first, second] = [
      await sendComment(cms, 'kindness', { ...wants, email: 'bea@example.org' }),
      await sendComment(cms, 'kindness', { ...wants, email: 'bea@example.org' }),
    ];
    await confirm(second.number);
    expect(await own(first.token)).toMatchObject({ address: 'unconfirmed' });
    await look(second.token).expect(404);
  });

  describe('that was confirmed once, on another day', () => {
    type Reply = (strapi: unknown, read: object, reply: object, now: Date) => Promise<{ reply: number | null }>;
    const { replyToComment } = cmsPart<{ replyToComment: Reply }>('api/comment/moderation/reply-to-comment.js');
    const answer = async (number: number): Promise<void> => {
      const read = { number, version: 1, state: 'waiting' };
      const reply = { text: 'Words of the counsellor.', nonce: aNonce(), audience: 'counsellor', confirmed: false };
      expect((await replyToComment(cms.strapi, read, reply, new Date())).reply).not.toBeNull();
    };
    const known = async (email: string): Promise<void> => {
      await confirm((await sendComment(cms, 'kindness', { ...wants, email })).number);
      await cms.strapi.db.connection('emails').where({ to: email }).delete();
    };
    const emailsTo = (to: string) => storedEmails(cms.strapi, { to });
    const ofEmail = (text: string | null | undefined): string =>
      /mail\/confirm\/([\w.-]+)/.exec(text ?? '')?.[1] ?? 'no link';
    const note = { ...wants, audience: 'counsellor', text: 'Words of whoever sent it.' } as const;

    it('shares no link with her: the email about the answer asks first, and confirming ends the stranger’s', async () => {
      const email = 'dot@example.org';
      await known(email);
      const sent = await sendComment(cms, 'kindness', { ...note, email });
      expect(await emailsTo(email)).toEqual([]);
      await answer(sent.number);
      const [asked, ...more] = await emailsTo(email);
      expect([asked?.kind, more]).toEqual(['was-it-you', []]);
      expect(`${asked?.text} ${asked?.html}`).not.toMatch(/your-comment|\/blog\//);
      const token = ofEmail(asked?.text);
      const { body } = await postAsWeb(cms, '/api/mailboxes/confirm', { token }).expect(200);
      const hers = confirmedResponse.parse(body).data.privateLink.token;
      await look(sent.token).expect(404);
      const words = { token: sent.token, text: 'Words of a stranger.', nonce: aNonce() };
      await postAsWeb(cms, '/api/private-comments/write-back', words).expect(404);
      await postAsWeb(cms, '/api/private-comments/write-back', {
        ...words,
        token: hers,
        text: 'Words of hers.',
      }).expect(200);
      expect((await own(hers)).messages.map(({ text }) => text)).toEqual([
        'Words of the counsellor.',
        'Words of hers.',
      ]);
    });

    it('signs her up for nothing: one email for each sending, whatever becomes of it', async () => {
      const email = 'eda@example.org';
      await known(email);
      const both = { notifyOnApproval: true, notifyOnReply: true };
      const { number } = await sendComment(cms, 'kindness', { ...both, email });
      await approveByService(cms, number);
      for (let n = 0; n < 3; n += 1)
        await approveByService(cms, (await sendComment(cms, 'kindness', { parent: number })).number);
      expect((await emailsTo(email)).map(({ kind }) => kind)).toEqual(['was-it-you']);
    });

    it('tells her of an answer to everything that she wrote herself, also on one day', async () => {
      const email = 'fay@example.org';
      const [first, second] = [
        await sendComment(cms, 'kindness', { ...note, email }),
        await sendComment(cms, 'kindness', { ...note, email, text: 'More words of hers.' }),
      ];
      await answer(first.number);
      await answer(second.number);
      expect((await emailsTo(email)).map(({ kind }) => kind)).toEqual(['confirm-address']);
      await confirm(first.number);
      const told = (await emailsTo(email))
        .slice(1)
        .map(({ kind, text }) => `${kind} ${/\/(?:mail|your)[^\s]*/.exec(text ?? '')?.[0]}`);
      expect(told.sort()).toEqual([
        expect.stringMatching(`^someone-replied /your-comment/${first.number}\\.2\\.`),
        expect.stringMatching(`^was-it-you /mail/confirm/\\d+\\.${second.number}\\.`),
      ]);
    });
  });

  describe('where confirming publishes', () => {
    const email = 'cat@example.org';
    const linkOf = (number: number) => mailboxToken(selectFrom(cms.strapi), 'confirm', number);
    const show = async (token: string) =>
      sentWithMailboxResponse.parse((await postAsWeb(cms, '/api/mailboxes/look', { token }).expect(200)).body).data;
    const publish = (token: string, version: number | null) =>
      postAsWeb(cms, '/api/mailboxes/confirm', { token, version });
    const send = (text: string) => sendComment(cms, 'kindness', { ...wants, email, name: 'Mia', text });

    beforeAll(async () => {
      const row = (await cms.strapi.db.query('api::practice.practice').findOne({})) as { documentId: string };
      await documentsOf(cms.strapi, 'api::practice.practice').update(row.documentId, {
        comments: { moderated: 'first-timers', readersMayReply: true },
      });
      const trusted = await send('A lighthouse with a green door.');
      await confirm(trusted.number);
      await approve(cms, trusted.number);
    });

    it('says so, shows the text first, and publishes that version alone', async () => {
      const sent = await send('A lighthouse with a red door.');
      const asked = (await storedEmails(cms.strapi, { to: email, kind: 'confirm-address' })).at(-1);
      expect(asked).toMatchObject({ subject: 'Please check what you sent' });
      expect(asked?.text).toContain('published at once');
      const token = await linkOf(sent.number);
      expect(await show(token)).toMatchObject({
        post: 'Kindness',
        isConfirmed: false,
        isStopped: false,
        publishes: { name: 'Mia', text: 'A lighthouse with a red door.', version: 1 },
      });
      // Whoever sent it changes it while its owner reads it.
      const change = { token: sent.token, version: 1, name: 'Mia', text: 'Other words.' };
      await postAsWeb(cms, '/api/private-comments/change', change).expect(200);
      for (const version of [1, null]) await publish(token, version).expect(409);
      await cms.asWeb(`/api/comments/${sent.number}`).expect(404);
      expect((await show(token)).publishes).toMatchObject({ text: 'Other words.', version: 2 });
      expect((await publish(token, 2).expect(200)).body.data.onPage).toBe(true);
      await cms.asWeb(`/api/comments/${sent.number}`).expect(200);
      expect((await show(token)).publishes).toBeNull();
    });

    it('discards what she didn’t write: unpublished, its link ended, and the counsellor told calmly', async () => {
      const sent = await send('A lighthouse with a blue door.');
      const token = await linkOf(sent.number);
      const { body } = await postAsWeb(cms, '/api/mailboxes/disown', { token }).expect(200);
      expect(disownedResponse.parse(body).data).toEqual({ discarded: true });
      await look(sent.token).expect(404);
      await publish(token, 1).expect(404);
      expect(await rowOf(cms, 'comments', { id: sent.number })).toMatchObject({
        state: 'declined',
        mailbox_id: null,
        // The counsellor has not read it, so it is not deleted.
        opened_at: null,
        open_reports: 1,
      });
      expect((await rowOf(cms, 'reports', { comment_id: sent.number }))?.text).toContain('didn’t write it');
    });

    it('discards no note that has a mistyped address: its writer waits for an answer', async () => {
      const sent = await sendComment(cms, 'kindness', { ...wants, audience: 'counsellor', email: 'eva@example.org' });
      const token = await linkOf(sent.number);
      expect((await show(token)).publishes).toBeNull();
      const { body } = await postAsWeb(cms, '/api/mailboxes/disown', { token }).expect(200);
      expect(body.data).toEqual({ discarded: false });
      expect(await own(sent.token)).toMatchObject({ state: 'waiting', address: null, notifyOnReply: false });
      expect(await storedEmails(cms.strapi, { to: 'eva@example.org' })).toEqual([]);
      const hers = await sendComment(cms, 'kindness', { ...wants, email: 'eva@example.org' });
      await confirm(hers.number);
      await postAsWeb(cms, '/api/mailboxes/disown', { token: await linkOf(hers.number) }).expect(409);
    });
  });
});
