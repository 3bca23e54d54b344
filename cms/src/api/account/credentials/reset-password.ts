import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type Account, authPage, type AuthService, findAccount } from '#src/api/account/accounts';
import { requireSecondFactor } from '#src/api/account/sign-in/check-credentials';
import { defineEmail, type SecretOfEmail } from '#src/api/email/define-email';
import { secretInLink } from '#src/api/email/secret-in-link';
import type { StoredInstant } from '#src/database/stored-values';
import { inTransaction, tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { codeForEmail, hashOfCode, hashOfGivenCode } from './link-codes';

const hourMs = 60 * 60_000;
/**
 * Someone who presses the button twice gets one email, whose link is not replaced while it is on its way; and nobody
 * can fill someone else's mailbox.
 */
const repeatMs = 10 * 60_000;

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
 * Stores that somebody asked and ends the link of before, unless one was just sent. Of two requests at the same time
 * the second waits for the row and finds the first. Returns until when the new link will work.
 */
const storeRequest = async (uow: UnitOfWork, email: string, now: Date): Promise<Date | null> => {
  const expiresAt = new Date(now.getTime() + hourMs);
  const stored = await resetRows(uow)
    .where({ email, is_active: true })
    .where(
      (last) =>
        void last
          .whereNull('reset_password_token_expires_at')
          .orWhere('reset_password_token_expires_at', '<=', new Date(expiresAt.getTime() - repeatMs)),
    )
    .update({ reset_password_token: null, reset_password_token_expires_at: expiresAt });
  return stored === 1 ? expiresAt : null;
};

/**
 * Makes the code when the email is sent, so that it is in the email only: neither the account nor the outbox ever
 * contains one. Returns null when the link is no longer wanted, as after a change of the password or a later request.
 */
const makeCode: SecretOfEmail = async (strapi, { to, expiresAt, messageId }) => {
  if (to === null || expiresAt === null) return null;
  const code = codeForEmail(messageId);
  const stored = await resetRows(strapi)
    .where({ email: to, is_active: true, reset_password_token_expires_at: expiresAt })
    .update({ reset_password_token: hashOfCode(code) });
  return stored === 1 ? code : null;
};

interface Reset {
  to: string;
  /** Contains `secretInLink` in place of the code. */
  link: string;
  expiresAt: Date;
}

const pageOfReset = (page: string, code: string): string => `${page}?code=${code}`;

/** The link with which someone who forgot their password chooses a new one. */
export const resetPasswordEmail = defineEmail<Reset>({
  kind: 'reset-password',
  template: ({ link }) => ({
    subject: 'Choose a new password',
    paragraphs: [
      'Someone asked for a new password for your account. If this was you, choose one within an hour:',
      { link, says: 'Choose a new password' },
      'If it was not you, there is nothing to do. Your password stays as it is.',
    ],
  }),
  secret: makeCode,
  // A link that no longer works must not arrive when a mail server comes back.
  expiresAt: ({ expiresAt }) => expiresAt,
  samples: [
    {
      to: 'counsellor@example.org',
      link: pageOfReset(
        'https://cms.example.org/admin/auth/reset-password',
        '0123456789abcdef0123456789abcdef01234567',
      ),
      expiresAt: new Date('2026-11-26T10:00:00Z'),
    },
  ],
});

/**
 * Returns what Strapi does when someone forgot their password, with the request and the email in one transaction: the
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
        const expiresAt = await storeRequest(uow, to, now);
        if (expiresAt === null) return;
        const link = pageOfReset(authPage(strapi, 'reset-password'), secretInLink);
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
    const resetPasswordToken = hashOfGivenCode(given.resetPasswordToken);
    if (resetPasswordToken === null) throw expired();
    const where = { resetPasswordToken, isActive: true };
    const user = (await users(strapi).findOne({ where })) as WithReset | null;
    if (user === null || new Date(user.resetPasswordTokenExpiresAt ?? 0) <= new Date()) throw expired();
    await requireSecondFactor(strapi, user);
    return resetPassword({ ...given, resetPasswordToken });
  };

/** Returns the account that a reset is for, so that its name and address are not accepted as a password. */
export const accountOfReset = async (strapi: Core.Strapi, given: unknown): Promise<Account | undefined> => {
  const resetPasswordToken = hashOfGivenCode(given);
  if (resetPasswordToken === null) return undefined;
  const user = (await users(strapi).findOne({ where: { resetPasswordToken } })) as { id: number } | null;
  return user === null ? undefined : await findAccount(strapi, { id: user.id });
};
