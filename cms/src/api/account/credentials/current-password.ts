import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { waitWords } from 'shared';
import { type Account, authService } from '#src/api/account/accounts';
import { atChange, requireSecondFactor } from '#src/api/account/sign-in/check-credentials';
import { currentSession } from '#src/api/account/sign-in/sessions';
import { fieldError } from '#src/api/account/sign-in/sign-in-errors';
import type { SignedInState } from '#src/http/extend-admin';
import { createForgettingLimiter } from '#src/security/forgetting-limiter';

/**
 * Of wrong passwords in one session. Whoever stole a session must not keep the owner from changing the password in
 * another one; and nobody gets another session without it.
 */
const limits = { limit: 10, windowMs: 15 * 60_000, maxKeys: 1_000 };

/** Who makes a change: the account, and the session of the request. */
export interface Requester {
  readonly account: Pick<Account, 'id' | 'email' | 'password'>;
  readonly session: SignedInState['session'] | undefined;
}

/**
 * Checks the current password of the account that is signed in, before something is changed by which its owner could
 * lose it.
 */
export type RequirePassword = (strapi: Core.Strapi, requester: Requester, given: unknown) => Promise<void>;

/** The device keeps its name while Strapi exchanges its tokens, so that new ones bring no new attempts. */
const counterOf = async (strapi: Core.Strapi, { account, session }: Requester): Promise<string> => {
  const row = session && (await currentSession(strapi, { state: { session } }));
  return `${account.id} ${row?.deviceId ?? ''}`;
};

/**
 * Returns the check with a counter of its own.
 * @throws ValidationError at the field `currentPassword` if it is missing or wrong; RateLimitError after ten wrong ones
 */
export const createRequirePassword = (): RequirePassword => {
  const limiter = createForgettingLimiter(limits);
  return async (strapi, requester, given) => {
    if (typeof given !== 'string' || given === '')
      throw fieldError('currentPassword', 'Enter your current password to make this change.', 'current-password');
    const counter = await counterOf(strapi, requester);
    const seconds = limiter.consume(counter, Date.now());
    if (seconds > 0)
      throw new errors.RateLimitError(`Too many attempts. Please wait ${waitWords(seconds)} and try again.`);
    if (!(await authService(strapi).validatePassword(given, requester.account.password ?? '')))
      throw fieldError('currentPassword', 'That is not your current password.', 'current-password');
    limiter.refund(counter);
  };
};

/**
 * Checks the code of two-step sign-in, where it is on, after the current password and what else is asked for: a code is
 * used up by this.
 * @param code as typed, where the body of the request was not read by `takeCode`
 * @throws ValidationError at the field `code`
 */
export const requireCode = (strapi: Core.Strapi, { account }: Requester, code?: string): Promise<void> =>
  requireSecondFactor(strapi, account, atChange, code);
