import { notificationAddress, recoveryCodes, secondFactorSetup } from 'shared';
import type request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, fieldErrors } from '../support/accounts.ts';
import { dataOf, type SignedIn, signIn } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { sendComment } from '../support/comments.ts';
import { storedEmails } from '../support/emails.ts';
import { documentsOf, paragraphs } from '../support/written.ts';

const practice = '/content-manager/single-types/api::practice.practice';
const account = 'counsellor@quiet-room.example';
const newAddress = 'elsewhere@example.org';

let cms: CmsHere;
let counsellor: SignedIn;

/** Saves the practice as its form does: the whole component, with its id. */
const saveSettings = async (change: object, credentials: object = {}): Promise<request.Response> => {
  const { comments } = (await counsellor.get(practice).expect(200)).body.data;
  return counsellor.put(practice).send({ comments: { ...comments, ...change }, ...credentials });
};
const withPassword = () => ({ currentPassword: cms.logins.counsellor.password });
const enterAddress = async (mailTo: string | null): Promise<void> => {
  expect((await saveSettings({ mail: 'full', mailTo }, withPassword())).status).toBe(200);
};
const current = () => dataOf(notificationAddress, counsellor.get('/quiet-room/notification-address'));
const confirm = (token: string) => counsellor.post('/quiet-room/notification-address/confirm').send({ token });
const linksTo = async (to: string): Promise<string[]> =>
  (await storedEmails(cms.strapi, { to, kind: 'confirm-counsellor-address' })).map(
    ({ text }) => /\/admin\/comments\/address#(\S+)/.exec(text ?? '')?.[1] ?? '',
  );
const noticesTo = async (to: string) => await storedEmails(cms.strapi, { to, kind: 'counsellor-address-changed' });
const commentEmailsTo = async (to: string) => await storedEmails(cms.strapi, { to, kind: 'something-waiting' });

beforeAll(async () => {
  cms = await startCmsHere();
  counsellor = await signIn(cms, cms.logins.counsellor);
  await documentsOf(cms.strapi, 'api::post.post').createPublished({ title: 'Kindness', body: paragraphs('x') });
});
afterAll(() => cms.stop());
beforeEach(async () => {
  await enterAddress(null);
  await cms.strapi.db.connection('emails').delete();
});

describe('a new address for the counsellor’s emails', () => {
  it('counts once it was confirmed from the link that was sent there, and the address before is told of both', async () => {
    await enterAddress(newAddress);
    expect(await current()).toEqual({ address: account, pending: { address: newAddress, isExpired: false } });
    await sendComment(cms, 'kindness', { text: 'Words for the counsellor alone.', audience: 'counsellor' });
    expect(await commentEmailsTo(newAddress)).toEqual([]);
    expect(await commentEmailsTo(account)).toHaveLength(1);
    const [asked] = await noticesTo(account);
    expect(asked?.text).toContain(newAddress);
    expect(asked?.text).toContain('Nothing changes until');

    const [token = ''] = await linksTo(newAddress);
    expect(await dataOf(notificationAddress, confirm(token))).toEqual({ address: newAddress, pending: null });
    await sendComment(cms, 'kindness', { text: 'More words for the counsellor.', audience: 'counsellor' });
    expect(await commentEmailsTo(newAddress)).toHaveLength(1);
    expect((await noticesTo(account))[1]?.text).toContain('now go to this address');
    expect((await confirm(token).expect(400)).body.error.message).toContain('does not work any more');
  });

  it('is not asked for again when the practice is saved for something else, and a new link replaces the first', async () => {
    await enterAddress(newAddress);
    await counsellor.put(practice).send({ town: 'York' }).expect(200);
    expect(await linksTo(newAddress)).toHaveLength(1);
    const resend = () => counsellor.post('/quiet-room/notification-address/resend');
    expect((await resend().expect(400)).body.error.message).toContain('less than a minute ago');
    const store = cms.strapi.store({ type: 'core', name: 'quiet-room', key: 'counsellor-address' });
    const stored = (await store.get()) as { pending: { expiresAt: string } };
    const aMinuteEarlier = new Date(new Date(stored.pending.expiresAt).getTime() - 61_000).toISOString();
    await store.set({ value: { ...stored, pending: { ...stored.pending, expiresAt: aMinuteEarlier } } });
    await dataOf(notificationAddress, resend());
    const [first = '', second = ''] = await linksTo(newAddress);
    await confirm(first).expect(400);
    await confirm(second).expect(200);
  });

  it('is dropped when it is taken out of the settings again', async () => {
    await enterAddress(newAddress);
    const [token = ''] = await linksTo(newAddress);
    await enterAddress(null);
    await confirm(token).expect(400);
    expect(await current()).toEqual({ address: account, pending: null });
  });

  it('cannot be confirmed after seven days', async () => {
    await enterAddress(newAddress);
    const [token = ''] = await linksTo(newAddress);
    const { confirmAddress } = cmsPart<{
      confirmAddress: (strapi: unknown, token: string, now: Date) => Promise<unknown>;
    }>('api/email/counsellor-address/change-address.js');
    const inEightDays = new Date(Date.now() + 8 * 24 * 60 * 60 * 1000);
    await expect(confirmAddress(cms.strapi, token, inEightDays)).rejects.toThrow('does not work any more');
    expect((await current()).address).toBe(account);
  });

  it('needs no confirmation when it is the one that the counsellor signs in with; the address before is told', async () => {
    await enterAddress(newAddress);
    const [token = ''] = await linksTo(newAddress);
    await confirm(token).expect(200);
    await enterAddress(account.toUpperCase());
    expect(await current()).toEqual({ address: account, pending: null });
    expect((await noticesTo(newAddress))[0]?.text).toContain(account);
  });

  it('and emails with every word need the password, whoever has the session, and going back is free', async () => {
    await saveSettings({ mail: 'discreet' });
    const changes = [
      { mailTo: newAddress },
      { mailTo: [newAddress] },
      { mail: 'full' },
      { mail: 'full', mailTo: newAddress },
    ];
    for (const change of changes)
      for (const credentials of [{}, { currentPassword: 'Guess-guess-guess-1' }]) {
        const answer = await saveSettings(change, credentials);
        expect(answer.status, JSON.stringify(change)).toBe(400);
        expect(fieldErrors(answer)).toEqual({ currentPassword: expect.stringMatching(/current password/) });
        expect(answer.body).toMatchObject({
          error: { name: 'ValidationError', details: { needs: 'current-password' } },
        });
      }
    const { comments } = (await counsellor.get(practice)).body.data;
    expect(comments).toMatchObject({ mail: 'discreet', mailTo: null });
    expect(await storedEmails(cms.strapi, {})).toEqual([]);
    await enterAddress(newAddress);
    for (const change of [{ wordList: 'casino' }, { mail: 'digest' }, { mailTo: account }, { mailTo: null }])
      expect((await saveSettings(change)).status, JSON.stringify(change)).toBe(200);
  });

  it('needs a code, too, with two-step sign-in', async () => {
    const path = '/quiet-room/account/second-factor';
    const { key } = await dataOf(secondFactorSetup, counsellor.post(`${path}/begin`).send(withPassword()));
    const codes = await dataOf(recoveryCodes, counsellor.post(`${path}/confirm`).send({ code: codeOf(key) }));
    const credentials = [withPassword(), { ...withPassword(), code: '000000' }];
    for (const given of credentials) {
      const answer = await saveSettings({ mailTo: newAddress }, given);
      expect(answer.status).toBe(400);
      expect(fieldErrors(answer)).toEqual({ code: expect.stringMatching(/code/) });
      expect(answer.body).toMatchObject({ error: { details: { needs: 'second-factor' } } });
    }
    const right = { ...withPassword(), code: codeOf(key, 1) };
    expect((await saveSettings({ mailTo: newAddress }, right)).status).toBe(200);
    const [code = ''] = codes.recoveryCodes;
    await counsellor
      .post(`${path}/end`)
      .send({ ...withPassword(), code })
      .expect(200);
  });

  it('is stopped from the notice to the address before, also after it was confirmed, and the link works once', async () => {
    for (const isConfirmed of [false, true]) {
      await enterAddress(newAddress);
      const [token = ''] = await linksTo(newAddress);
      if (isConfirmed) await confirm(token).expect(200);
      const notices = await noticesTo(account);
      const stop = /\/admin\/comments\/address#stop-(\S+)/.exec(notices.at(-1)?.text ?? '')?.[1] ?? '';
      const press = () => counsellor.post('/quiet-room/notification-address/stop').send({ token: stop });
      expect(await dataOf(notificationAddress, press())).toEqual({ address: account, pending: null });
      expect((await counsellor.get(practice)).body.data.comments).toMatchObject({ mail: 'full', mailTo: null });
      await press().expect(400);
      await confirm(token).expect(400);
      await cms.strapi.db.connection('emails').delete();
    }
  });

  it('is stopped from the first notice, also once the new address has stopped a later change', async () => {
    const pressStop = async (to: string) => {
      const text = (await noticesTo(to)).at(-1)?.text ?? '';
      const token = /\/admin\/comments\/address#stop-(\S+)/.exec(text)?.[1];
      return dataOf(notificationAddress, counsellor.post('/quiet-room/notification-address/stop').send({ token }));
    };
    const third = 'third@example.org';
    for (const address of [newAddress, third]) {
      await enterAddress(address);
      const [token = ''] = await linksTo(address);
      await confirm(token).expect(200);
    }
    expect((await pressStop(newAddress)).address).toBe(newAddress);
    expect((await pressStop(account)).address).toBe(account);
  });

  it('is seen and confirmed by the counsellor only', async () => {
    await enterAddress(newAddress);
    const [token = ''] = await linksTo(newAddress);
    const webTeam = await signIn(cms, cms.logins.webTeam);
    await webTeam.get('/quiet-room/notification-address').expect(403);
    await webTeam.post('/quiet-room/notification-address/confirm').send({ token }).expect(403);
    await webTeam.post('/quiet-room/notification-address/stop').send({ token }).expect(403);
    await webTeam.post('/quiet-room/notification-address/resend').expect(403);
    await cms.anonymously('/quiet-room/notification-address').expect(401);
    expect((await current()).address).toBe(account);
  });
});

describe('where participants pay, and the address that people write to', () => {
  const noticed = async () =>
    (await storedEmails(cms.strapi, { to: account, kind: 'account-notice' })).map(({ text }) => text ?? '');
  const save = async (change: { howToPay?: string; email?: string }, credentials: object = {}) => {
    const { workshops } = (await counsellor.get(practice).expect(200)).body.data;
    const { howToPay, ...rest } = change;
    return counsellor
      .put(practice)
      .send({ ...(howToPay !== undefined && { workshops: { ...workshops, howToPay } }), ...rest, ...credentials });
  };

  it('need the password, and the counsellor is told once they are saved', async () => {
    for (const change of [{ howToPay: 'Account 87654321' }, { email: 'thief@example.org' }]) {
      const refused = await save(change);
      expect([refused.status, fieldErrors(refused)]).toEqual([
        400,
        { currentPassword: expect.stringMatching(/current password/) },
      ]);
      expect(await noticed()).toEqual([]);
      expect((await save(change, withPassword())).status).toBe(200);
      // As it is now: saved again with the form, for something else.
      expect((await save(change)).status).toBe(200);
      expect(await noticed()).toHaveLength(1);
      await cms.strapi.db.connection('emails').delete();
    }
  });

  it('are refused where nobody has that address, before a password is asked for', async () => {
    expect(fieldErrors(await save({ email: 'nora@@practice' }))).toEqual({
      email: 'Enter an email address, such as name@example.org.',
    });
  });

  it('tell nobody where somebody saves them who may not change them', async () => {
    const webTeam = await signIn(cms, cms.logins.webTeam);
    const { password: currentPassword } = cms.logins.webTeam;
    await webTeam.put(practice).send({ email: 'web-team@example.org', currentPassword });
    expect((await counsellor.get(practice)).body.data.email).not.toBe('web-team@example.org');
    expect(await noticed()).toEqual([]);
  });
});
