import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type Account, authPage, type AuthService, findAccount } from '#src/api/account/accounts';
import { resetPasswordEmail } from '#src/api/account/emails/account-emails';
import { requireSecondFactor } from '#src/api/account/sign-in/check-credentials';
import type { StoredInstant } from '#src/database/stored-values';
import { inTransaction, tableRows, type UnitOfWork } from '#src/database/unit-of-work';

const hourMs = 60 * 60_000;
/**
 * Someone who presses the button twice gets one email, whose link is not replaced while it is on its way; and nobody can
 * fill someone else's mailbox.
 */
const repeatMs = 10 * 60_000;
/** How Strapi makes the codes of resets and invitations. */
const codePattern = /^[0-9a-f]{40}$/;

interface WithReset {
  id: number;
  email: string;
  isActive: boolean;
  resetPasswordTokenExpiresAt: string | Date | null;
}

const users = (strapi: Core.Strapi) => strapi.db.query('admin::user');

interface ResetColumns {
  id: number;
  email: string;
  is_active: boolean;
  reset_password_token: string | null;
  reset_password_token_expires_at: StoredInstant | null;
}

const resetRows = tableRows<ResetColumns>('admin_users');

/**
 * Stores a new code, unless one was just sent. Of two requests at the same time the second waits for the row and finds
 * the code of the first.
 */
const storeCode = async (uow: UnitOfWork, email: string, token: string, now: Date): Promise<Date | null> => {
  const expiresAt = new Date(now.getTime() + hourMs);
  const stored = await resetRows(uow)
    .where({ email, is_active: true })
    .where(
      (last) =>
        void last
          .whereNull('reset_password_token_expires_at')
          .orWhere('reset_password_token_expires_at', '<=', new Date(expiresAt.getTime() - repeatMs)),
    )
    .update({ reset_password_token: token, reset_password_token_expires_at: expiresAt });
  return stored === 1 ? expiresAt : null;
};

/**
 * Returns what Strapi does when someone forgot their password, with the code and the email in one transaction: the
 * email goes through the outbox, and not at all once its link no longer works.
 */
export const createForgotPassword =
  (strapi: Core.Strapi): AuthService['forgotPassword'] =>
  async ({ email }) => {
    if (typeof email !== 'string') return;
    const now = new Date();
    const to = email.toLowerCase();
    try {
      await inTransaction(strapi, async (uow) => {
        const token = randomBytes(20).toString('hex');
        const expiresAt = await storeCode(uow, to, token, now);
        if (expiresAt === null) return;
        const link = `${authPage(strapi, 'reset-password')}?code=${token}`;
        await resetPasswordEmail.enqueue(uow, { to, link, expiresAt });
      });
    } catch (error) {
      // Strapi has already answered, with the same for every address.
      strapi.log.error('The link for a new password could not be queued.', error);
    }
  };

const expired = () =>
  new errors.ApplicationError('This link no longer works. Ask for a new one on the page “Forgot your password?”.');

/** Returns Strapi's reset of a password, for accounts with two-step sign-in only with a code. */
export const createResetPassword =
  (strapi: Core.Strapi, { resetPassword }: AuthService): AuthService['resetPassword'] =>
  async (given) => {
    const { resetPasswordToken } = given;
    if (typeof resetPasswordToken !== 'string' || !codePattern.test(resetPasswordToken)) throw expired();
    const where = { resetPasswordToken, isActive: true };
    const user = (await users(strapi).findOne({ where })) as WithReset | null;
    if (user === null || new Date(user.resetPasswordTokenExpiresAt ?? 0) <= new Date()) throw expired();
    await requireSecondFactor(strapi, user);
    return resetPassword(given);
  };

/** Returns the account that a reset is for, so that its name and address are not accepted as a password. */
export const accountOfReset = async (strapi: Core.Strapi, token: unknown): Promise<Account | undefined> => {
  if (typeof token !== 'string' || !codePattern.test(token)) return undefined;
  const user = (await users(strapi).findOne({ where: { resetPasswordToken: token } })) as { id: number } | null;
  return user === null ? undefined : await findAccount(strapi, { id: user.id });
};
