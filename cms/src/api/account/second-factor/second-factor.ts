import type { Core } from '@strapi/strapi';
import type { SecondFactorStatus } from 'shared';
import { renderSVG } from 'uqr';
import { type Account, notifyOwner } from '#src/api/account/accounts';
import { reportChange } from '#src/api/account/credentials/report-change';
import { newRecoveryCodes, normaliseCode, recoveryCodeHash } from '#src/api/account/domain/recovery-codes';
import { newSecret, periodOf, setupAddress } from '#src/api/account/domain/totp';
import { endOtherSessions, endSessions, type SessionRow } from '#src/api/account/sign-in/sessions';
import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { endSentLinksOf } from '#src/api/email/counsellor-address/link-period';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { decryptSecret, encryptSecret } from '#src/security/stored-secret';
import { settingsOf } from '#src/settings';
import {
  findSecondFactor,
  recoveryCodeRows,
  saveSecondFactor,
  type SecondFactorRow,
  secondFactorRows,
} from './second-factor-rows';

/** Milliseconds. */
const setupTimeoutMs = 15 * 60_000;
const lockMs = 15 * 60_000;
const maxWrongCodes = 5;

type Owner = Pick<Account, 'id' | 'email'>;

/** Returns whether someone has to enter a code to sign in to the account. */
export const hasSecondFactor = async (strapi: Core.Strapi, userId: number): Promise<boolean> =>
  ((await findSecondFactor(strapi, userId))?.secret ?? null) !== null;

/** Returns whether the owner was never asked, or has not answered, whether they want two-step sign-in. */
export const isUndecided = async (strapi: Core.Strapi, userId: number): Promise<boolean> => {
  const row = await findSecondFactor(strapi, userId);
  return row === undefined || (row.secret === null && row.skipped_at === null);
};

export const secondFactorStatusOf = async (strapi: Core.Strapi, userId: number): Promise<SecondFactorStatus> => {
  const row = await findSecondFactor(strapi, userId);
  const codes = await recoveryCodeRows(strapi).where({ user_id: userId }).select('code_hash');
  const enabledAt = row?.secret ? Number(row.enabled_at) : null;
  return {
    enabledAt: enabledAt === null ? null : new Date(enabledAt).toISOString(),
    recoveryCodesLeft: codes.length,
  };
};

/** Remembers that the owner does not want it for now, so that they are not asked at every sign-in. */
export const skipSecondFactor = (strapi: Core.Strapi, userId: number, now: Date): Promise<void> =>
  inTransaction(strapi, (uow) => saveSecondFactor(uow, userId, { skipped_at: now.getTime() }));

/** Makes a secret and returns it for the authenticator app. Nothing is asked for until `confirmSetup`. */
export const beginSetup = async (strapi: Core.Strapi, { id, email }: Owner, now: Date) => {
  const secret = newSecret();
  await inTransaction(strapi, (uow) =>
    saveSecondFactor(uow, id, { pending_secret: encryptSecret(strapi, secret), pending_at: now.getTime() }),
  );
  const address = setupAddress(secret, settingsOf(strapi).mail.fromName, email);
  return { key: secret, qrCode: renderSVG(address, { border: 2 }) };
};

const replaceRecoveryCodes = async (uow: UnitOfWork, userId: number): Promise<string[]> => {
  const codes = newRecoveryCodes();
  await recoveryCodeRows(uow).where({ user_id: userId }).delete();
  await recoveryCodeRows(uow).insert(codes.map((code) => ({ user_id: userId, code_hash: recoveryCodeHash(code) })));
  return codes;
};

interface FirstCode {
  account: Owner;
  /** The session of the device in use; the others were signed in without a second step, and end. */
  session: SessionRow | null;
  code: string;
}

/**
 * Turns two-step sign-in on with the first code from the app; returns the recovery codes, or null if the code is wrong
 * or the setup was begun more than 15 minutes ago.
 */
export const confirmSetup = (
  strapi: Core.Strapi,
  { account: owner, session, code }: FirstCode,
  now: Date,
): Promise<string[] | null> =>
  inTransaction(strapi, async (uow) => {
    const row = await findSecondFactor(uow, owner.id);
    if (!row?.pending_secret || now.getTime() - Number(row.pending_at) > setupTimeoutMs) return null;
    const secret = decryptSecret(strapi, row.pending_secret);
    const period = secret === null ? null : periodOf(secret, normaliseCode(code), now.getTime());
    if (period === null) return null;
    await saveSecondFactor(uow, owner.id, {
      secret: row.pending_secret,
      enabled_at: now.getTime(),
      pending_secret: null,
      pending_at: null,
      last_period: period,
      wrong_codes: 0,
    });
    await (session ? endOtherSessions(strapi, session) : endSessions(strapi, owner.id));
    await endSentLinksOf(strapi, owner.id);
    await notifyOwner(uow, owner, ['second-factor-on']);
    return await replaceRecoveryCodes(uow, owner.id);
  });

/** Replaces the recovery codes of an account and returns the new ones. */
export const renewRecoveryCodes = (strapi: Core.Strapi, owner: Owner): Promise<string[]> =>
  inTransaction(strapi, async (uow) => {
    await notifyOwner(uow, owner, ['recovery-codes-renewed']);
    return await replaceRecoveryCodes(uow, owner.id);
  });

/** Turns two-step sign-in off and deletes its secret and codes; returns false if it was off. */
export const turnOffSecondFactor = (strapi: Core.Strapi, owner: Owner, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const row = await findSecondFactor(uow, owner.id);
    if (!row?.secret) return false;
    await saveSecondFactor(uow, owner.id, {
      secret: null,
      enabled_at: null,
      pending_secret: null,
      pending_at: null,
      wrong_codes: 0,
      locked_until: 0,
      skipped_at: now.getTime(),
    });
    await recoveryCodeRows(uow).where({ user_id: owner.id }).delete();
    await endSentLinksOf(strapi, owner.id);
    const counsellor = await counsellorAddress(strapi);
    await reportChange(uow, { account: owner, changes: [{ kind: 'second-factor-off' }], counsellor });
    return true;
  });

/** Marks the code's period as used; false if the code is wrong or was used. */
const useAppCode = async (uow: UnitOfWork, row: SecondFactorRow, code: string, now: Date): Promise<boolean> => {
  const secret = row.secret === null ? null : decryptSecret(uow.strapi, row.secret);
  const period = secret === null ? null : periodOf(secret, code, now.getTime());
  if (period === null) return false;
  const used = await secondFactorRows(uow)
    .where({ user_id: row.user_id })
    .where('last_period', '<', period)
    .update({ last_period: period });
  return used === 1;
};

const useRecoveryCode = async (uow: UnitOfWork, owner: Owner, code: string): Promise<boolean> => {
  const used = await recoveryCodeRows(uow)
    .where({ user_id: owner.id, code_hash: recoveryCodeHash(code) })
    .delete();
  if (used === 0) return false;
  await notifyOwner(uow, owner, ['recovery-code-used']);
  return true;
};

export type CodeOutcome = 'right' | 'wrong' | 'locked';

/**
 * Uses up a code from the authenticator app or a recovery code. After five wrong ones in a row, all are refused for 15
 * minutes, and the owner is told.
 */
export const useCode = (strapi: Core.Strapi, owner: Owner, typed: string, now: Date): Promise<CodeOutcome> =>
  inTransaction(strapi, async (uow) => {
    // Counted before the code is looked at: of attempts at the same time, each waits for this row.
    const counted = await secondFactorRows(uow)
      .where({ user_id: owner.id })
      .where('locked_until', '<=', now.getTime())
      .increment('wrong_codes', 1);
    const row = await findSecondFactor(uow, owner.id);
    if (counted === 0 || !row) return 'locked';
    const code = normaliseCode(typed);
    const isRight = /^\d{6}$/.test(code)
      ? await useAppCode(uow, row, code, now)
      : await useRecoveryCode(uow, owner, code);
    if (isRight) {
      await saveSecondFactor(uow, owner.id, { wrong_codes: 0 });
      return 'right';
    }
    if (row.wrong_codes < maxWrongCodes) return 'wrong';
    await saveSecondFactor(uow, owner.id, { wrong_codes: 0, locked_until: now.getTime() + lockMs });
    await notifyOwner(uow, owner, ['wrong-codes']);
    return 'locked';
  });
