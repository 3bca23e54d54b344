import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { waitWords } from 'shared';
import { authService } from '#src/api/account/accounts';
import { fieldError } from '#src/api/account/sign-in/sign-in-errors';
import { createForgettingLimiter } from '#src/security/forgetting-limiter';

/** Of wrong passwords of one account, by someone who has its session. */
const limits = { limit: 10, windowMs: 15 * 60_000, maxKeys: 100 };

/**
 * Checks the current password of the account that is signed in, before something is changed by which its owner could
 * lose it.
 */
export type RequirePassword = (
  strapi: Core.Strapi,
  account: { id: number; password: string | null },
  given: unknown,
) => Promise<void>;

/**
 * Returns the check with a counter of its own.
 * @throws ValidationError at the field `currentPassword` if it is missing or wrong; RateLimitError after ten wrong ones
 */
export const createRequirePassword = (): RequirePassword => {
  const limiter = createForgettingLimiter(limits);
  return async (strapi, { id, password }, given) => {
    if (typeof given !== 'string' || given === '')
      throw fieldError('currentPassword', 'Enter your current password to make this change.', 'current-password');
    const seconds = limiter.consume(String(id), Date.now());
    if (seconds > 0)
      throw new errors.RateLimitError(`Too many attempts. Please wait ${waitWords(seconds)} and try again.`);
    if (!(await authService(strapi).validatePassword(given, password ?? '')))
      throw fieldError('currentPassword', 'That is not your current password.', 'current-password');
    limiter.refund(String(id));
  };
};
