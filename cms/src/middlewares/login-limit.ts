import { createHmac, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { forwardedAddress, networkOf, waitWords } from 'shared';
import { createForgettingLimiter } from '#src/security/forgetting-limiter';

/** The paths at which a password, a reset code or an invitation can be guessed. */
const guessable = new Set([
  '/admin/login',
  '/admin/forgot-password',
  '/admin/reset-password',
  '/admin/register',
  '/admin/registration-info',
]);

const pathOf = (path: string): string => path.toLowerCase().replace(/\/+/g, '/').replace(/\/$/, '');

/** Returns where a request comes from; a front server that writes no address counts as one visitor, its own address. */
const visitorOf = ({ request, req }: Parameters<Core.MiddlewareHandler>[0]): string => {
  const address = forwardedAddress(request.ip);
  return isIP(address) ? address : (req.socket.remoteAddress ?? '');
};

/**
 * Allows ten failed attempts from one IP address in five minutes (429 after that); a successful sign-in is not counted.
 * Strapi counts by email and IP address together, so that one address could try a common password on every account.
 */
const loginLimit: Core.MiddlewareFactory = () => {
  const limiter = createForgettingLimiter({ limit: 10, windowMs: 5 * 60_000, maxKeys: 10_000 });
  const key = randomBytes(32);
  return async (ctx, next) => {
    const path = pathOf(ctx.path);
    if (!guessable.has(path)) {
      await next();
      return;
    }
    // Addresses are stored as a keyed hash only, and no longer than they are counted.
    const address = visitorOf(ctx);
    // Strapi's own limits count by it, and a port would make every attempt another visitor's.
    ctx.request.ip = address;
    const who = createHmac('sha256', key).update(networkOf(address)).digest('base64');
    const seconds = limiter.consume(who, Date.now());
    if (seconds > 0) {
      ctx.set('Retry-After', String(seconds));
      throw new errors.RateLimitError(`Too many attempts. Please wait ${waitWords(seconds)} and try again.`);
    }
    await next();
    if (path === '/admin/login' && ctx.status === 200) limiter.refund(who);
  };
};

export default loginLimit;
