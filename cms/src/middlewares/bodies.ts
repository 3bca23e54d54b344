import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { plainBodyFault } from '#src/http/errors';

type Context = Parameters<Core.MiddlewareHandler>[0];

const kilobyte = 1024;
/** What anybody may send, anywhere: enough for a sign-in or a long comment. */
const forAnybody = 64 * kilobyte;
/** For those who are signed in: a post of 20,000 words with its formatting is about half of it (see strapi::body). */
const forSignedIn = 2 * kilobyte * kilobyte;

const isUpload = (ctx: Context): boolean => ctx.method === 'POST' && /^\/upload(\/|$)/.test(ctx.path);

const isSignedIn = (strapi: Core.Strapi, ctx: Context): boolean => {
  const token = /^Bearer (.+)$/i.exec(ctx.get('authorization'))?.[1];
  return token !== undefined && strapi.sessionManager('admin').validateAccessToken(token).isValid;
};

const refuse = (ctx: Context, strapi: Core.Strapi): void => {
  if (ctx.path === '/upload/actions/upload-from-urls') {
    // The server would fetch whatever address it is told, inside its own network too.
    throw new errors.ForbiddenError('Please save the picture on your device first and add it from there.');
  }
  // Nobody who asks this CMS packs anything; what can't be unpacked would end as a fault of ours, and little can unpack to a lot.
  if (!/^(?:identity)?$/i.test(ctx.get('content-encoding'))) ctx.throw(415, 'Please send it as it is, not packed.');
  const signedIn = !ctx.path.startsWith('/api') && isSignedIn(strapi, ctx);
  if (ctx.is('multipart/*')) {
    // Strapi writes the parts of every form to disk before it asks who is there.
    if (!signedIn) throw new errors.UnauthorizedError('Only people who are signed in can send files.');
    if (!isUpload(ctx)) throw new errors.ForbiddenError('Files are sent to the media library, and nowhere else.');
    return;
  }
  const length = ctx.get('content-length');
  if (length === '' && ctx.get('transfer-encoding') !== '') ctx.throw(411, 'Please say how long the request is.');
  if (Number(length) > (signedIn ? forSignedIn : forAnybody))
    throw new errors.PayloadTooLargeError('This is more than can be sent at once.');
};

/**
 * Looks at a request before its body is read: how large it is, and whether its sender may send files. Faults of a body
 * are told in plain words, without repeating what was in it.
 */
const bodies: Core.MiddlewareFactory =
  (_config, { strapi }) =>
  async (ctx, next) => {
    refuse(ctx, strapi);
    try {
      await next();
    } catch (error) {
      throw plainBodyFault(error) ?? error;
    }
    if (ctx.status === 413 && isUpload(ctx))
      throw new errors.PayloadTooLargeError('This file is larger than 10 MB. Please make it smaller and try again.');
  };

export default bodies;
