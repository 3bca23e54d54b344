import { createHmac, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { Attempts, networkOf } from 'shared';

/** The paths at which a password, a reset code or an invitation can be guessed. */
const guessable = new Set([
  '/admin/login',
  '/admin/forgot-password',
  '/admin/reset-password',
  '/admin/register',
  '/admin/register-admin',
  '/admin/registration-info',
]);

const pathOf = (path: string): string => path.toLowerCase().replace(/\/+/g, '/').replace(/\/$/, '');

/**
 * Allows ten failed attempts from one IP address in five minutes (429 after that); a successful sign-in is not counted.
 * Strapi counts by email and IP address together, so that one address could try a common password on every account.
 */
const loginLimit: Core.MiddlewareFactory = () => {
  const attempts = new Attempts({ most: 10, window: 5 * 60_000, remembered: 10_000 });
  const key = randomBytes(32);
  return async (ctx, next) => {
    const path = pathOf(ctx.path);
    if (!guessable.has(path)) {
      await next();
      return;
    }
    // Addresses are kept as a keyed hash only, and no longer than this process lives.
    const who = createHmac('sha256', key).update(networkOf(ctx.request.ip)).digest('base64');
    const seconds = attempts.take(who, Date.now());
    if (seconds > 0) {
      ctx.set('Retry-After', String(seconds));
      throw new errors.RateLimitError(
        `Too many attempts. Please wait ${Math.ceil(seconds / 60)} minutes and try again.`,
      );
    }
    await next();
    if (path === '/admin/login' && ctx.status === 200) attempts.giveBack(who);
  };
};

export default loginLimit;
