import { createHash } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  attempt,
  bcryptOfStrapi,
  behindProxy,
  cookieOf,
  fieldErrors,
  postTo,
  refresh,
  signInOn,
} from '../support/accounts.ts';
import { type SignedIn, signedInWith } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import type { Login } from '../support/cms-settings.ts';
import { makeDue, storedEmails } from '../support/emails.ts';
import { Mailbox } from '../support/mailbox.ts';

const newPassword = 'Kettle-window-marble-7';
const tooEasy = /too easy to guess\. Three or four words that don’t belong together/;

let cms: CmsHere;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await Mailbox.open();
  cms = await startCmsHere({
    smtpUrl: mailbox.url,
    env: { ...behindProxy.env, SMTP_INSECURE: 'true', MAIL_FROM: 'post@practice.example', MAIL_FROM_NAME: 'Nora' },
  });
});
afterAll(async () => {
  await cms.stop();
  await mailbox.close();
});
beforeEach(async () => {
  // What the test before has caused has arrived, too.
  const queued = async () => (await storedEmails(cms.strapi, { state: 'queued' })).length;
  await expect.poll(queued, { timeout: 15_000 }).toBe(0);
  mailbox.empty();
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const users = () => cms.strapi.db.query('admin::user');
const idOf = async (email: string): Promise<number> =>
  ((await users().findOne({ where: { email } })) as { id: number }).id;
/** Gives an account its first address and password again. */
const restore = async ({ email, password }: Login, id: number): Promise<void> => {
  const auth = cms.strapi.service('admin::auth') as { hashPassword: (password: string) => Promise<string> };
  await users().update({ where: { id }, data: { email, password: await auth.hashPassword(password) } });
};

describe('password managers', () => {
  it('are led to the page where the password is changed', async () => {
    const answer = await request(cms.strapi.server.httpServer).get('/.well-known/change-password');
    expect([answer.status, answer.headers.location]).toEqual([302, '/admin/me']);
  });
});

describe('emails of the CMS itself', () => {
  it('leave through the practice’s mail server: the link to choose a new password', async () => {
    const { email } = cms.logins.counsellor;
    await postTo(cms, '/admin/forgot-password', { email }).expect(204);
    const arrived = await mailbox.emailTo(email);
    expect(arrived.parsed.from?.value).toEqual([{ address: 'post@practice.example', name: 'Nora' }]);
    expect(arrived.subject).toBe('Choose a new password');
    expect(arrived.links).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:9\/admin\/auth\/reset-password\?code=[0-9a-f]{40}$/),
    ]);
    expect(arrived.text).toContain('Someone asked for a new password for your account.');
    expect(arrived.text).toContain(arrived.links[0]);
  });

  it('are sent once when the button is pressed twice, and the link still works', async () => {
    const { email } = cms.logins.webTeam;
    await postTo(cms, '/admin/forgot-password', { email }).expect(204);
    await postTo(cms, '/admin/forgot-password', { email }).expect(204);
    const [link = ''] = (await mailbox.emailTo(email)).links;
    const resetPasswordToken = new URL(link).searchParams.get('code');
    const weak = await postTo(cms, '/admin/reset-password', { resetPasswordToken, password: 'Password1234' });
    expect(weak.status).toBe(400);
    await postTo(cms, '/admin/reset-password', { resetPasswordToken, password: newPassword }).expect(200);
    expect(mailbox.emailsTo(email).filter(({ subject }) => subject === 'Choose a new password')).toHaveLength(1);
    await attempt(cms, { email, password: newPassword }).expect(200);
    const again = await postTo(cms, '/admin/reset-password', { resetPasswordToken, password: `${newPassword}8` });
    expect(again.body).toMatchObject({ error: { status: 400, message: expect.stringContaining('no longer works') } });
    await restore(cms.logins.webTeam, await idOf(email));
  });

  it('lead to a code that the database, and so a backup, contains in no form that works', async () => {
    const { email } = cms.logins.counsellor;
    await users().update({ where: { email }, data: { resetPasswordToken: null, resetPasswordTokenExpiresAt: null } });
    mailbox.misbehave('drop after data');
    await postTo(cms, '/admin/forgot-password', { email }).expect(204);
    const queued = async () => (await storedEmails(cms.strapi, { kind: 'reset-password', state: 'queued' })).at(-1);
    await expect.poll(async () => (await queued())?.lastError ?? null, { timeout: 15_000 }).not.toBeNull();
    const { text, html } = (await queued()) ?? {};
    expect([text, html].join()).toContain('code=');
    expect([text, html].join()).not.toMatch(/[0-9a-f]{40}/);
    const [link = ''] = (await mailbox.emailTo(email)).links;
    await makeDue(cms.strapi);
    // The server had taken the first one: both links work, being the same.
    expect((await mailbox.emailTo(email, { count: 2 })).links).toEqual([link]);
    const code = new URL(link).searchParams.get('code') ?? '';
    const account = (await users().findOne({ where: { email } })) as { resetPasswordToken: string };
    expect(account.resetPasswordToken).toBe(sha256(code));
    for (const resetPasswordToken of [account.resetPasswordToken, account.resetPasswordToken.slice(0, 40)])
      await postTo(cms, '/admin/reset-password', { resetPasswordToken, password: newPassword }).expect(400);
    const reset = { resetPasswordToken: code, password: newPassword };
    await postTo(cms, '/admin/reset-password', reset).expect(200);
    await restore(cms.logins.counsellor, await idOf(email));
  });

  it('come for an address in capitals or with a space, too, as phones type it, and so does a sign-in', async () => {
    const { email, password } = cms.logins.counsellor;
    await users().update({ where: { email }, data: { resetPasswordToken: null, resetPasswordTokenExpiresAt: null } });
    await postTo(cms, '/admin/forgot-password', { email: ` ${email.toUpperCase()} ` }).expect(204);
    await mailbox.emailTo(email);
    await attempt(cms, { email: `${email.toUpperCase()} `, password }).expect(200);
  });

  it('lead nowhere once the address or the password has been changed otherwise', async () => {
    const { email, password } = cms.logins.counsellor;
    await users().update({ where: { email }, data: { resetPasswordToken: null, resetPasswordTokenExpiresAt: null } });
    await postTo(cms, '/admin/forgot-password', { email }).expect(204);
    const [link = ''] = (await mailbox.emailTo(email)).links;
    const { put } = await signInOn(cms, { email, password });
    const id = await idOf(email);
    await put('/admin/users/me').send({ email: 'new@practice.example', currentPassword: password }).expect(200);
    await mailbox.emailTo(email, { count: 2 });
    const resetPasswordToken = new URL(link).searchParams.get('code');
    await postTo(cms, '/admin/reset-password', { resetPasswordToken, password: newPassword }).expect(400);
    await restore({ email, password }, id);
  });

  it('are not sent to addresses without an account, and the answer is the same', async () => {
    await postTo(cms, '/admin/forgot-password', { email: 'nobody@practice.example' }).expect(204);
    await postTo(cms, '/admin/forgot-password', { email: cms.logins.emergency.email }).expect(204);
    await mailbox.emailTo(cms.logins.emergency.email);
    expect(mailbox.emailsTo('nobody@practice.example')).toEqual([]);
  });

  it('leave there too when a plugin sends one, from the practice’s address whatever it says', async () => {
    const { send } = cms.strapi.plugin('email').service<{ send: (email: object) => Promise<void> }>('email');
    const email = { to: 'someone@reader.example', subject: 'Hello', text: 'One.\n\nTwo.', from: 'other@example.org' };
    await send({ ...email, bcc: 'many@reader.example', html: '<b>Three</b>' });
    const arrived = await mailbox.emailTo('someone@reader.example');
    expect(arrived.parsed.from?.value[0]?.address).toBe('post@practice.example');
    expect(arrived.to).toEqual(['someone@reader.example']);
    expect(arrived.text).toBe('One.\n\nTwo.\n');
    await expect(send({ ...email, to: 'a@reader.example, b@reader.example' })).rejects.toThrow(/one recipient/);
  });
});

describe('one’s own address and password', () => {
  const login = () => cms.logins.counsellor;
  let id = 0;
  beforeAll(async () => {
    id = await idOf(login().email);
  });

  it('are not changed by whoever has the session but not the password', async () => {
    const { put } = await signInOn(cms, login());
    const changes = [
      { email: 'stranger@reader.example' },
      { email: 'stranger@reader.example', currentPassword: 'Guess-guess-guess-1' },
      { password: newPassword, currentPassword: 'Guess-guess-guess-1' },
    ];
    for (const change of changes) {
      const answer = await put('/admin/users/me').send(change);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ error: { name: 'ValidationError', details: { needs: 'current-password' } } });
      expect(fieldErrors(answer)).toEqual({ currentPassword: expect.stringMatching(/current password/) });
    }
    await attempt(cms, login()).expect(200);
    expect(mailbox.emails()).toEqual([]);
  });

  it('are guessed ten times in one session, and then no more: in another, their owner still changes them', async () => {
    const login = cms.logins.webTeam;
    const { put, cookie } = await signInOn(cms, login);
    const theirs = await signInOn(cms, login);
    const guess = (session: Pick<SignedIn, 'put'>) =>
      session.put('/admin/users/me').send({ password: newPassword, currentPassword: 'Guess-guess-guess-1' });
    for (let n = 0; n < 10; n += 1) expect((await guess({ put })).status).toBe(400);
    expect((await guess({ put })).status).toBe(429);
    const { token } = ((await refresh(cms, cookie).expect(200)).body as { data: { token: string } }).data;
    expect((await guess(signedInWith(cms, token))).status).toBe(429);
    await theirs.put('/admin/users/me').send({ password: newPassword, currentPassword: login.password }).expect(200);
    await mailbox.emailTo(login.email);
    await restore(login, await idOf(login.email));
  });

  it('keep all other fields of the profile free', async () => {
    const { put } = await signInOn(cms, login());
    await put('/admin/users/me').send({ email: login().email, firstname: 'Nora' }).expect(200);
    await put('/admin/users/me').send({ email: login().email, firstname: 'Counsellor' }).expect(200);
    expect(mailbox.emails()).toEqual([]);
  });

  it('change with the password, the old address is told, and every other device is signed out', async () => {
    const here = await signInOn(cms, login());
    const elsewhere = await signInOn(cms, login());
    const email = 'new@practice.example';
    const changed = await here.put('/admin/users/me').send({ email, currentPassword: login().password }).expect(200);
    const notice = await mailbox.emailTo(login().email);
    expect(notice.subject).toBe('About your sign-in details');
    expect(notice.text).toContain('The email address of your account was changed.');
    await elsewhere.get('/admin/users/me').expect(401);
    await refresh(cms, elsewhere.cookie).expect(401);
    // The tokens of before are worth nothing here either, but this browser got new ones.
    await here.get('/admin/users/me').expect(401);
    await refresh(cms, here.cookie).expect(401);
    await refresh(cms, cookieOf(changed)).expect(200);
    await restore(login(), id);
  });

  it('tell the owner of a new password, with the way back', async () => {
    const { put } = await signInOn(cms, login());
    await put('/admin/users/me').send({ password: newPassword, currentPassword: login().password }).expect(200);
    const notice = await mailbox.emailTo(login().email);
    expect(notice.text).toContain('The password of your account was changed.');
    expect(notice.links).toEqual(['http://127.0.0.1:9/admin/auth/forgot-password']);
    await restore(login(), id);
  });

  it('are refused beside the field when another account has the address', async () => {
    const { put } = await signInOn(cms, login());
    const taken = { email: cms.logins.webTeam.email, currentPassword: login().password };
    const answer = await put('/admin/users/me').send(taken);
    expect(fieldErrors(answer)).toEqual({ email: 'Another account already has this email address.' });
    expect(answer.status).toBe(400);
  });
});

describe('other people’s accounts', () => {
  it('are deleted by the emergency account with its own password only, and their owner is told', async () => {
    const emergency = await signInOn(cms, cms.logins.emergency);
    const auth = cms.strapi.service('admin::auth') as { hashPassword: (password: string) => Promise<string> };
    const email = 'leaving@practice.example';
    const { id } = (await users().create({
      data: { email, firstname: 'L', isActive: true, roles: [], password: await auth.hashPassword(newPassword) },
    })) as { id: number };
    const { currentPassword } = { currentPassword: cms.logins.emergency.password };
    await emergency.del(`/admin/users/${id}`).expect(403);
    for (const given of [{}, { currentPassword: 'Guess-guess-guess-1' }]) {
      const refused = await emergency.post('/admin/users/batch-delete').send({ ids: [id], ...given });
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ error: { details: { needs: 'current-password' } } });
    }
    await attempt(cms, { email, password: newPassword }).expect(200);
    expect(mailbox.emailsTo(email)).toEqual([]);
    await emergency
      .post('/admin/users/batch-delete')
      .send({ ids: [id], currentPassword })
      .expect(200);
    expect((await mailbox.emailTo(email)).text).toContain('Your account was deleted.');
    await attempt(cms, { email, password: newPassword }).expect(400);
  });

  it('are told when they are switched off', async () => {
    const { email } = cms.logins.webTeam;
    const { put } = await signInOn(cms, cms.logins.emergency);
    const change = { isActive: false, currentPassword: cms.logins.emergency.password };
    await put(`/admin/users/${await idOf(email)}`)
      .send(change)
      .expect(200);
    expect((await mailbox.emailTo(email)).text).toContain('Your account was switched off.');
    await put(`/admin/users/${await idOf(email)}`)
      .send({ ...change, isActive: true })
      .expect(200);
  });

  it('are changed by the emergency account with its own password only, and their owner is told', async () => {
    const { email, password } = cms.logins.emergency;
    const { put } = await signInOn(cms, { email, password });
    const id = await idOf(cms.logins.counsellor.email);
    const theirs = await signInOn(cms, cms.logins.counsellor);
    const change = { email: 'taken-over@reader.example' };
    const refused = await put(`/admin/users/${id}`).send(change);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ error: { details: { needs: 'current-password' } } });
    await put(`/admin/users/${id}`)
      .send({ ...change, currentPassword: password })
      .expect(200);
    expect((await mailbox.emailTo(cms.logins.counsellor.email)).text).toContain('email address of your account');
    await theirs.get('/admin/users/me').expect(401);
    await restore(cms.logins.counsellor, id);
  });

  describe('are changed, and the counsellor hears who did what, and when,', () => {
    const counsellor = () => cms.logins.counsellor.email;
    const byEmergency =
      /This was done by someone who is signed in as emergency@\S+, on \w+ \d+ \w+ \d{4} at .+ UK time/;
    const told = async (count: number) => (await mailbox.emailTo(counsellor(), { count })).text;
    const currentPassword = () => cms.logins.emergency.password;
    const roleOf = async (code: string) =>
      ((await cms.strapi.db.query('admin::role').findOne({ where: { code } })) as { id: number }).id;

    it('when somebody creates one, gives it other roles, blocks it, and deletes it', async () => {
      const { post, put } = await signInOn(cms, cms.logins.emergency);
      const email = 'new-friend@reader.example';
      const invited = { email, firstname: 'N', roles: [await roleOf('web-team')], currentPassword: currentPassword() };
      await post('/admin/users').send(invited).expect(201);
      expect(await told(1)).toMatch(/The account new-friend@reader\.example was created\. Its roles: Web team\./);
      expect(await told(1)).toMatch(byEmergency);
      const id = await idOf(email);
      const change = (more: object) => put(`/admin/users/${id}`).send({ ...more, currentPassword: currentPassword() });
      const roles = [await roleOf('counsellor'), await roleOf('strapi-super-admin')];
      await change({ email, firstname: 'N', roles }).expect(200);
      expect(await told(2)).toMatch(/got other roles\. They are now: .*Counsellor/);
      // Saved again as it is, with the form.
      await change({ email, firstname: 'Nell', roles, isActive: false }).expect(200);
      await users().update({ where: { id }, data: { isActive: true } });
      await change({ isActive: false }).expect(200);
      expect(await told(3)).toContain('was switched off');
      await post('/admin/users/batch-delete')
        .send({ ids: [id], currentPassword: currentPassword() })
        .expect(200);
      expect(await told(4)).toContain('The account new-friend@reader.example was deleted.');
      expect(mailbox.emailsTo(counsellor())).toHaveLength(4);
      expect(mailbox.emailsTo(email)).toEqual([]);
    });

    it('in one email for one change, as does its owner at the old address', async () => {
      const { email, password } = cms.logins.webTeam;
      const id = await idOf(email);
      const { put } = await signInOn(cms, cms.logins.emergency);
      const change = { email: 'moved@practice.example', password: newPassword, isActive: false };
      await put(`/admin/users/${id}`)
        .send({ ...change, currentPassword: currentPassword() })
        .expect(200);
      const text = await told(1);
      for (const sentence of ['was changed to moved@practice.example.', 'got a new password.', 'was switched off.'])
        expect(text).toContain(`${email} ${sentence}`);
      const owner = await mailbox.emailTo(email);
      expect(owner.text).toMatch(byEmergency);
      expect(owner.text).toContain('The password of your account was changed.');
      expect(mailbox.emails()).toHaveLength(2);
      await users().update({ where: { id }, data: { isActive: true } });
      await restore({ email, password }, id);
    });

    it('and at their old address if it is their own account', async () => {
      const { put } = await signInOn(cms, cms.logins.emergency);
      const id = await idOf(counsellor());
      const change = { email: 'taken-over@reader.example', currentPassword: currentPassword() };
      await put(`/admin/users/${id}`).send(change).expect(200);
      expect((await mailbox.emailTo(counsellor())).text).toMatch(byEmergency);
      expect(mailbox.emails()).toHaveLength(1);
      await restore(cms.logins.counsellor, id);
    });

    it('and when a command on the server does it', async () => {
      const { email, password } = cms.logins.webTeam;
      const id = await idOf(email);
      const service = cms.strapi.service('admin::user') as {
        updateById: (id: number, changes: object) => Promise<unknown>;
        deleteById: (id: number) => Promise<unknown>;
      };
      await service.updateById(id, { password: newPassword });
      expect(await told(1)).toContain(`The account ${email} got a new password.`);
      expect(await told(1)).toMatch(/done on the server itself, by a command, on/);
      const { id: other } = (await users().create({ data: { email: 'o@practice.example', roles: [] } })) as {
        id: number;
      };
      await service.deleteById(other);
      expect(await told(2)).toContain('The account o@practice.example was deleted.');
      await restore({ email, password }, id);
    });

    it('but not of what its owner changes: the owner alone does', async () => {
      const { email, password } = cms.logins.webTeam;
      const { put } = await signInOn(cms, cms.logins.webTeam);
      await put('/admin/users/me').send({ password: newPassword, currentPassword: password }).expect(200);
      const owner = await mailbox.emailTo(email);
      expect(owner.text).not.toContain('This was done');
      expect(mailbox.emails()).toHaveLength(1);
      await restore({ email, password }, await idOf(email));
    });
  });

  it('are made only with the emergency account’s password', async () => {
    const { post } = await signInOn(cms, cms.logins.emergency);
    const roles = [1];
    const invited = { email: 'friend@reader.example', firstname: 'F', lastname: '', roles };
    await post('/admin/users').send(invited).expect(400);
    expect(await users().count({ where: { email: invited.email } })).toBe(0);
  });

  it('get no token, webhook or role at all, which would outlive their session', async () => {
    const { post } = await signInOn(cms, cms.logins.emergency);
    const token = { name: 'Mine', description: '', type: 'read-only', lifespan: null };
    await post('/admin/api-tokens').send(token).expect(403);
    await post('/admin/webhooks').send({ name: 'x', url: 'https://example.org', headers: {}, events: [] }).expect(403);
    await post('/admin/roles').send({ name: 'Mine', description: '' }).expect(403);
  });
});

describe('common passwords', () => {
  it('are refused beside the field when one changes one’s own', async () => {
    const { put } = await signInOn(cms, cms.logins.counsellor);
    const currentPassword = cms.logins.counsellor.password;
    const practiceName = 'The Linden Tree';
    await cms.strapi.db.query('api::practice.practice').updateMany({ where: {}, data: { name: practiceName } });
    for (const [password, message] of [
      ['Password1', /at least 12 characters/],
      ['Password1234', tooEasy],
      // The name of the practice, and of the counsellor.
      [`${practiceName.replace(/ /g, '')}-2026`, tooEasy],
    ] as const) {
      const answer = await put('/admin/users/me').send({ password, currentPassword });
      expect(answer.status).toBe(400);
      expect(fieldErrors(answer).password).toMatch(message);
    }
    await attempt(cms, cms.logins.counsellor).expect(200);
  });

  it('are refused when an invitation is accepted, and afterwards a good one is taken', async () => {
    const { password } = cms.logins.emergency;
    const { post } = await signInOn(cms, cms.logins.emergency);
    const role = (await cms.strapi.db.query('admin::role').findOne({ where: { code: 'web-team' } })) as { id: number };
    const invitation = { email: 'invited@practice.example', firstname: 'Invited', roles: [role.id] };
    const { body } = await post('/admin/users')
      .send({ ...invitation, currentPassword: password })
      .expect(201);
    const { registrationToken } = (body as { data: { registrationToken: string } }).data;
    const stored = (await users().findOne({ where: { email: invitation.email } })) as { registrationToken: string };
    expect(stored.registrationToken).toBe(sha256(registrationToken));
    for (const [token, status] of [
      [registrationToken, 200],
      [stored.registrationToken, 400],
      [stored.registrationToken.slice(0, 40), 400],
    ] as const) {
      const info = await request(cms.strapi.server.httpServer)
        .get('/admin/registration-info')
        .query({ registrationToken: token });
      expect(info.status).toBe(status);
    }
    const accept = (chosen: string) =>
      postTo(cms, '/admin/register', { registrationToken, userInfo: { firstname: 'Invited', password: chosen } });
    const refused = await accept('Password1234');
    expect(refused.status).toBe(400);
    expect(fieldErrors(refused).password).toMatch(tooEasy);
    await accept(newPassword).expect(200);
    expect(mailbox.emailsTo(invitation.email)).toEqual([]);
    await attempt(cms, { email: invitation.email, password: newPassword }).expect(200);
    await users().delete({ where: { id: await idOf(invitation.email) } });
  });

  it('are refused below all forms, on the command line, too', async () => {
    const service = cms.strapi.service('admin::user') as {
      resetPasswordByEmail: (email: string, password: string) => Promise<void>;
    };
    await expect(service.resetPasswordByEmail(cms.logins.webTeam.email, 'Password1234')).rejects.toThrow(tooEasy);
    await attempt(cms, cms.logins.webTeam).expect(200);
  });
});

describe('a sign-in', () => {
  it('compares one hash as costly as the real ones, whether or not there is such an account', async () => {
    const { email, password } = cms.logins.webTeam;
    const auth = cms.strapi.service('admin::auth') as { hashPassword: (password: string) => Promise<string> };
    await users().update({ where: { email }, data: { password: await auth.hashPassword(password) } });
    const compare = vi.spyOn(bcryptOfStrapi(), 'compare');
    try {
      await users().create({ data: { email: 'asked@practice.example', firstname: 'A', isActive: false, roles: [] } });
      const id = await idOf(email);
      const tries = [
        { email, password: 'Wrong-wrong-wrong-1' },
        { email: 'nobody@practice.example', password },
        { email: 'asked@practice.example', password },
        { email: 'nul\u0000@practice.example', password },
      ];
      const answers: string[] = [];
      for (const one of tries) answers.push((await attempt(cms, one).expect(400)).text);
      await users().update({ where: { id }, data: { isActive: false } });
      await attempt(cms, { email, password: 'Wrong-wrong-wrong-1' }).expect(400);
      await users().update({ where: { id }, data: { isActive: true } });
      const hashes = compare.mock.calls.map(([, hash]) => hash);
      expect(hashes).toHaveLength(5);
      expect(hashes.every((hash) => /^\$2[aby]\$10\$.{53}$/.test(hash))).toBe(true);
      expect(new Set(answers).size).toBe(1);
    } finally {
      compare.mockRestore();
    }
  });

  it('refuses what is no text with a sentence', async () => {
    for (const body of [
      { email: { $ne: null }, password: ['x'] },
      { email: 'a@b.example', password: { length: 9 } },
    ]) {
      const answer = await postTo(cms, '/admin/login', body);
      expect(answer.status).toBe(400);
    }
  });
});

describe('sessions', () => {
  interface Listed {
    id: string;
    current: boolean;
    deviceName?: string;
    lastActiveAt?: string;
  }
  const list = async ({ get }: Pick<Awaited<ReturnType<typeof signInOn>>, 'get'>): Promise<Listed[]> =>
    ((await get('/admin/users/me/sessions').expect(200)).body as { data: Listed[] }).data;

  it('are listed with their last use, and one is ended with all tokens that it ever had', async () => {
    const { email } = cms.logins.emergency;
    await cms.strapi.db.query('admin::session').deleteMany({ where: { userId: String(await idOf(email)) } });
    const here = await signInOn(cms, cms.logins.emergency);
    const lost = await signInOn(cms, cms.logins.emergency);
    // It was in use for a while: its first access token belongs to a refresh token that has been replaced.
    const rotated = await refresh(cms, lost.cookie).expect(200);
    const listed = await list(here);
    expect(listed.map(({ current }) => current)).toEqual([true, false]);
    expect(listed.every(({ lastActiveAt }) => !Number.isNaN(Date.parse(lastActiveAt ?? '')))).toBe(true);
    await here.del(`/admin/users/me/sessions/${listed[1]?.id}`).expect(200);
    await lost.get('/admin/users/me').expect(401);
    await refresh(cms, cookieOf(rotated)).expect(401);
    await here.get('/admin/users/me').expect(200);
  });

  it('are all ended but the one in use, with all their tokens', async () => {
    const here = await signInOn(cms, cms.logins.emergency);
    const lost = await signInOn(cms, cms.logins.emergency);
    await refresh(cms, lost.cookie).expect(200);
    await here.del('/admin/users/me/sessions?keepCurrent=true').expect(200);
    await lost.get('/admin/users/me').expect(401);
    await here.get('/admin/users/me').expect(200);
    expect(await list(here)).toHaveLength(1);
  });

  it('are all ended by a new password, whoever sets it', async () => {
    const { email, password } = cms.logins.webTeam;
    const theirs = await signInOn(cms, { email, password });
    const { put } = await signInOn(cms, cms.logins.emergency);
    const id = await idOf(email);
    await put(`/admin/users/${id}`)
      .send({ password: newPassword, currentPassword: cms.logins.emergency.password })
      .expect(200);
    await theirs.get('/admin/users/me').expect(401);
    await restore({ email, password }, id);
  });
});
