import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { maxFormBytes } from 'shared';
import { plainBodyFault } from '#src/http/errors';

type Context = Parameters<Core.MiddlewareHandler>[0];

/**
 * The limit for people who are signed in, in bytes: twice a post of 20,000 words with its formatting (see
 * strapi::body).
 */
const forSignedIn = 2 * 1024 * 1024;

const isUpload = (ctx: Context): boolean => ctx.method === 'POST' && /^\/upload(\/|$)/.test(ctx.path);

const isSignedIn = (strapi: Core.Strapi, ctx: Context): boolean => {
  const token = /^Bearer (.+)$/i.exec(ctx.get('authorization'))?.[1];
  return token !== undefined && strapi.sessionManager('admin').validateAccessToken(token).isValid;
};

const refuse = (ctx: Context, strapi: Core.Strapi): void => {
  if (ctx.path === '/upload/actions/upload-from-urls') {
    // The server would fetch whatever address it is told, inside its own network too.
    throw new errors.ForbiddenError('Please save the picture on your device first, then add it from there.');
  }
  // No client of this CMS compresses requests. A body that can't be decompressed would end as a 500, and a small one
  // can be a bomb.
  if (!/^(?:identity)?$/i.test(ctx.get('content-encoding'))) ctx.throw(415, 'Please send it uncompressed.');
  const signedIn = !ctx.path.startsWith('/api') && isSignedIn(strapi, ctx);
  if (ctx.is('multipart/*')) {
    // Strapi writes the parts of every form to disk before it checks who sends it.
    if (!signedIn) throw new errors.UnauthorizedError('Only people who are signed in can send files.');
    if (!isUpload(ctx)) throw new errors.ForbiddenError('Files can only be sent to the media library.');
    return;
  }
  const length = ctx.get('content-length');
  if (length === '' && ctx.get('transfer-encoding') !== '') ctx.throw(411, 'The request must state its length.');
  if (Number(length) > (signedIn ? forSignedIn : maxFormBytes))
    throw new errors.PayloadTooLargeError('This is too much to send at once.');
};

/** Strapi's own words for an upload of nothing do not say which file it is about, or what to do. */
const emptyUpload = (ctx: Context, error: unknown): Error | null =>
  isUpload(ctx) && error instanceof Error && error.message === 'Files are empty'
    ? new errors.ValidationError('This file is empty. Please save it on your device again and add it from there.')
    : null;

/**
 * Rejects requests before their body is read: too large, compressed, or files from someone who may not send them.
 * Errors of the parsers are replaced by plain ones that do not repeat the body.
 */
const bodies: Core.MiddlewareFactory =
  (_config, { strapi }) =>
  async (ctx, next) => {
    refuse(ctx, strapi);
    try {
      await next();
    } catch (error) {
      throw plainBodyFault(error) ?? emptyUpload(ctx, error) ?? error;
    }
    if (ctx.status === 413 && isUpload(ctx))
      throw new errors.PayloadTooLargeError('This file is larger than 10 MB. Please make it smaller and try again.');
  };

export default bodies;
