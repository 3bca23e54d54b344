import { spawn } from 'node:child_process';
import nodePath from 'node:path';
import { recoveryCodes, secondFactorSetup, secondFactorStatus } from 'shared';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attempt, behindProxy, codeOf, fieldErrors, postTo, refresh, signInOn } from '../support/accounts.ts';
import { dataOf } from '../support/admin-api.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart } from '../support/cms-parts.ts';
import { top } from '../support/cms-settings.ts';
import { storedEmails } from '../support/emails.ts';

const path = '/quiet-room/account/second-factor';

let cms: CmsHere;
beforeAll(async () => {
  cms = await startCmsHere(behindProxy);
});
afterAll(() => cms.stop());

interface Row {
  secret: string | null;
  last_period: number | string;
}
const rows = () => cms.strapi.db.connection<Row>('second_factors');
const codeRows = () => cms.strapi.db.connection<{ code_hash: string }>('recovery_codes');
/** The command as `npm run account` starts it: a process of its own beside the CMS, on the same database. */
const command = (...args: string[]): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const cwd = nodePath.join(top, 'cms');
    const child = spawn(process.execPath, ['dist/src/cli/account.js', ...args], { cwd, env: process.env });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('close', (code) => resolve({ code, out, err }));
  });
/** Codes are used once: the test says that the last one was used long ago. */
const forgetUsed = async (): Promise<void> => void (await rows().update({ last_period: 0 }));
const noticesTo = async (email: string): Promise<string[]> =>
  (await storedEmails(cms.strapi, { kind: 'account-notice', to: email })).map(({ text }) => text ?? '');
const emptyOutbox = (): Promise<unknown> => cms.strapi.db.query('api::email.email').deleteMany({});
const needsCode = { error: { name: 'ApplicationError', details: { needs: 'second-factor' } } };

interface EmailWithSecret {
  secret: (strapi: unknown, email: { to: string; expiresAt: Date; messageId: string }) => Promise<string | null>;
}

type RoleKey = keyof CmsHere['logins'];
const turnOn = async (who: RoleKey): Promise<{ key: string; codes: string[] }> => {
  const login = cms.logins[who];
  const { post } = await signInOn(cms, login);
  const { key } = await dataOf(secondFactorSetup, post(`${path}/begin`).send({ currentPassword: login.password }));
  const confirmed = await dataOf(recoveryCodes, post(`${path}/confirm`).send({ code: codeOf(key) }));
  await forgetUsed();
  return { key, codes: confirmed.recoveryCodes };
};
const turnOff = async (who: RoleKey): Promise<void> => {
  const service = cmsPart<{ turnOffSecondFactor: (strapi: unknown, owner: object, now: Date) => Promise<boolean> }>(
    'api/account/second-factor/second-factor.js',
  );
  const { email } = cms.logins[who];
  const { id } = (await cms.strapi.db.query('admin::user').findOne({ where: { email } })) as { id: number };
  await service.turnOffSecondFactor(cms.strapi, { id, email }, new Date());
};

describe('two-step sign-in', () => {
  it.each(['counsellor', 'webTeam', 'emergency'] as const)('is offered to the %s until they decide', async (who) => {
    const login = cms.logins[who];
    const offered = async (): Promise<unknown> =>
      ((await attempt(cms, login).expect(200)).body as { data: { offersSecondFactor?: boolean } }).data
        .offersSecondFactor;
    expect(await offered()).toBe(true);
    expect(await offered()).toBe(true);
    const { post } = await signInOn(cms, login);
    const status = await dataOf(secondFactorStatus, post(`${path}/skip`));
    expect(status).toEqual({ enabledAt: null, recoveryCodesLeft: 0 });
    expect(await offered()).toBeUndefined();
  });

  it.each(['counsellor', 'webTeam', 'emergency'] as const)('lets the %s in with a code only', async (who) => {
    const login = cms.logins[who];
    await emptyOutbox();
    const { key } = await turnOn(who);
    expect(await noticesTo(login.email)).toEqual([expect.stringContaining('turned on')]);
    const first = await attempt(cms, login);
    expect(first.status).toBe(400);
    expect(first.body).toMatchObject(needsCode);
    expect(first.headers['set-cookie']).toBeUndefined();
    const wrongPassword = await attempt(cms, { ...login, password: 'Wrong-wrong-wrong-1' }, codeOf(key));
    expect(wrongPassword.body).toMatchObject({ error: { message: 'The email address or the password is not right.' } });
    await attempt(cms, login, codeOf(key)).expect(200);
    await turnOff(who);
    await attempt(cms, login).expect(200);
  });

  it('ends all other sessions when it is turned on: they began without a second step', async () => {
    const login = cms.logins.webTeam;
    const stolen = await signInOn(cms, login);
    const { post, get } = await signInOn(cms, login);
    const { key } = await dataOf(secondFactorSetup, post(`${path}/begin`).send({ currentPassword: login.password }));
    await stolen.get('/admin/users/me').expect(200);
    await post(`${path}/confirm`)
      .send({ code: codeOf(key) })
      .expect(200);
    await stolen.get('/admin/users/me').expect(401);
    await refresh(cms, stolen.cookie).expect(401);
    await get('/admin/users/me').expect(200);
    await turnOff('webTeam');
  });

  it('needs the current password to be turned on, off, and for new recovery codes', async () => {
    const { post, get } = await signInOn(cms, cms.logins.webTeam);
    for (const action of ['begin', 'end', 'recovery-codes'])
      for (const body of [{}, { currentPassword: 'Guess-guess-guess-1' }]) {
        const answer = await post(`${path}/${action}`).send(body);
        expect(answer.status, action).toBe(400);
        expect(fieldErrors(answer)).toEqual({ currentPassword: expect.stringMatching(/current password/) });
      }
    const before = await dataOf(secondFactorStatus, get(path));
    expect(before.enabledAt).toBeNull();
  });

  it('is not on before the first code, which says beside the field that it is wrong', async () => {
    const login = cms.logins.webTeam;
    const { post } = await signInOn(cms, login);
    const { key, qrCode } = await dataOf(
      secondFactorSetup,
      post(`${path}/begin`).send({ currentPassword: login.password }),
    );
    expect(qrCode).toMatch(/^<svg .*<\/svg>$/s);
    await attempt(cms, login).expect(200);
    const answer = await post(`${path}/confirm`).send({ code: codeOf(key, 5) });
    expect(fieldErrors(answer)).toEqual({ code: expect.stringContaining('not right') });
    await rows().update({ pending_at: Date.now() - 16 * 60_000 } as object);
    await post(`${path}/confirm`)
      .send({ code: codeOf(key) })
      .expect(400);
    await attempt(cms, login).expect(200);
  });
});

describe('a code', () => {
  const login = () => cms.logins.counsellor;
  let key = '';
  let codes: string[] = [];
  beforeAll(async () => {
    ({ key, codes } = await turnOn('counsellor'));
  });
  beforeEach(async () => {
    await forgetUsed();
    await rows().update({ wrong_codes: 0, locked_until: 0 } as object);
    await emptyOutbox();
  });
  afterAll(() => turnOff('counsellor'));

  it('from the app works once, also when it is sent twice at the same time', async () => {
    const code = codeOf(key);
    const answers = await Promise.all([attempt(cms, login(), code), attempt(cms, login(), code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const again = await attempt(cms, login(), code);
    expect(again.body).toMatchObject(needsCode);
    expect(again.body).toMatchObject({ error: { message: expect.stringContaining('used before') } });
  });

  it('for recovery works once, however it is typed, and the owner is told', async () => {
    const [code = '', other = ''] = codes;
    await attempt(cms, login(), ` ${code.toUpperCase().replaceAll('-', ' ')} `).expect(200);
    expect(await noticesTo(login().email)).toEqual([expect.stringContaining('one of your recovery codes')]);
    await attempt(cms, login(), code).expect(400);
    await attempt(cms, login(), other).expect(200);
    const { get } = await signInOn(cms, login(), codeOf(key));
    expect((await dataOf(secondFactorStatus, get(path))).recoveryCodesLeft).toBe(8);
  });

  it('is guessed five times; then even the right one waits, and the owner is told', async () => {
    for (let n = 0; n < 5; n += 1) await attempt(cms, login(), '000000').expect(400);
    const locked = await attempt(cms, login(), codeOf(key));
    expect(locked.status).toBe(400);
    expect(locked.body).toMatchObject({ error: { message: expect.stringContaining('wait 15 minutes') } });
    await attempt(cms, login(), codes[5]).expect(400);
    expect(await noticesTo(login().email)).toEqual([expect.stringContaining('several wrong codes')]);
    await rows().update({ locked_until: Date.now() - 1 } as object);
    await attempt(cms, login(), codeOf(key)).expect(200);
  });

  it('is needed for a new password by email as well', async () => {
    const { email } = login();
    await postTo(cms, '/admin/forgot-password', { email }).expect(204);
    const queued = async () => (await storedEmails(cms.strapi, { kind: 'reset-password' })).at(-1);
    await expect.poll(queued).toBeDefined();
    const expiresAt = new Date((await queued())?.expiresAt ?? '');
    const { resetPasswordEmail } = cmsPart<{ resetPasswordEmail: EmailWithSecret }>(
      'api/account/credentials/reset-password.js',
    );
    const resetPasswordToken = await resetPasswordEmail.secret(cms.strapi, { to: email, expiresAt, messageId: 'm' });
    const { password } = login();
    const reset = (more: object) => postTo(cms, '/admin/reset-password', { resetPasswordToken, password, ...more });
    expect((await reset({}).expect(400)).body).toMatchObject(needsCode);
    expect((await reset({ code: '000000' }).expect(400)).body).toMatchObject(needsCode);
    await reset({ code: codeOf(key) }).expect(200);
  });

  it('and the secret behind it are not stored so that somebody with the database could use them', async () => {
    const [stored] = await rows().whereNotNull('secret').select('secret');
    expect(stored?.secret).toMatch(/^v1:[0-9a-f:]+$/);
    expect(stored?.secret).not.toContain(key);
    const hashes = await codeRows().select('code_hash');
    expect(hashes.length).toBeGreaterThan(0);
    for (const { code_hash } of hashes) expect(code_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is needed besides the password to turn it off, and to make new recovery codes', async () => {
    const { post, get } = await signInOn(cms, login(), codeOf(key));
    await forgetUsed();
    for (const action of ['end', 'recovery-codes'])
      for (const code of [undefined, '000000']) {
        const answer = await post(`${path}/${action}`).send({ currentPassword: login().password, code });
        expect([action, answer.status, fieldErrors(answer)]).toEqual([
          action,
          400,
          { code: expect.stringMatching(/code/) },
        ]);
      }
    expect((await dataOf(secondFactorStatus, get(path))).enabledAt).not.toBeNull();
    await rows().update({ wrong_codes: 0 } as object);
  });

  it('comes from the newest list only, once new recovery codes were made', async () => {
    const { post } = await signInOn(cms, login(), codeOf(key));
    const renewed = await dataOf(
      recoveryCodes,
      post(`${path}/recovery-codes`).send({ currentPassword: login().password, code: codes[6] }),
    );
    await attempt(cms, login(), codes[7]).expect(400);
    await attempt(cms, login(), renewed.recoveryCodes[0]).expect(200);
  });
});

describe('a lost second factor', () => {
  it('ends with its account, whose number may be given again', async () => {
    const role = (await cms.strapi.db.query('admin::role').findOne({ where: { code: 'web-team' } })) as { id: number };
    const user = (await cms.strapi.db.query('admin::user').create({
      data: { email: 'short@practice.example', firstname: 'S', isActive: true, roles: [role.id] },
    })) as { id: number };
    await rows().insert({ user_id: user.id, secret: 'v1:00:00:00' } as object);
    await codeRows().insert({ user_id: user.id, code_hash: 'f'.repeat(64) } as object);
    const service = cms.strapi.service('admin::user') as { deleteById: (id: number) => Promise<unknown> };
    await service.deleteById(user.id);
    expect(await rows().where({ user_id: user.id } as object)).toEqual([]);
    expect(await codeRows().where({ user_id: user.id } as object)).toEqual([]);
  });

  it('is turned off by the operator’s command, and its owner is told', async () => {
    const login = cms.logins.webTeam;
    await turnOn('webTeam');
    await emptyOutbox();
    expect(await command('turn-off-two-step', login.email)).toEqual({
      code: 0,
      out: 'Two-step sign-in is off for this account.\n',
      err: '',
    });
    expect(await noticesTo(login.email)).toEqual([expect.stringContaining('turned off')]);
    await attempt(cms, login).expect(200);
  });

  it('is no help to somebody who is not signed in', async () => {
    for (const action of ['begin', 'confirm', 'end', 'recovery-codes', 'skip'])
      await request(cms.strapi.server.httpServer).post(`${path}/${action}`).send({}).expect(401);
  });
});

describe('a forgotten password', () => {
  it('is replaced by the operator’s command', async () => {
    const { email } = cms.logins.emergency;
    const { code, out } = await command('new-password', email);
    expect(code).toBe(0);
    const password = /^The new password is (\S+)$/m.exec(out)?.[1] ?? '';
    await attempt(cms, { email, password }).expect(200);
    await attempt(cms, cms.logins.emergency).expect(400);
  });
});
