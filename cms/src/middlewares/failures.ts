import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isStorageError } from '#src/database/storage-error';
import { ConflictError } from '#src/http/errors';
import { goneMessage, inPlainWords, isAboutContent } from '#src/http/plain-errors';
import { logFailure } from '#src/log/failure-log';

type Context = Parameters<Core.MiddlewareHandler>[0];

const respond = (ctx: Context, status: number, name: string, message: string, details: object = {}): void => {
  ctx.status = status;
  ctx.body = { data: null, error: { status, name, message, details } };
};

const isBareNotFound = (body: unknown): boolean =>
  (body as { error?: { message?: unknown } | null } | null | undefined)?.error?.message === 'Not Found';

/** Whether Strapi itself knows how to respond, and logs nothing. */
const isExpected = (error: unknown): boolean =>
  error instanceof errors.ApplicationError ||
  error instanceof errors.HttpError ||
  (error instanceof Error && 'expose' in error && error.expose === true);

/**
 * Responds to conflicts with 409, for which Strapi has no error, to a database that cannot store anything now with 503,
 * and to what nobody expected with 500. In development, Strapi would add the error's message, which may repeat what a
 * reader wrote. What Strapi says of entries is said in plain words.
 */
const failures: Core.MiddlewareFactory =
  (_config, { strapi }) =>
  async (ctx, next) => {
    try {
      await next();
      // Strapi's own answer about content that is not there is the two words of the status.
      if (isBareNotFound(ctx.body) && isAboutContent(ctx.path)) respond(ctx, 404, 'NotFoundError', goneMessage);
    } catch (error) {
      if (isExpected(error)) throw await inPlainWords(strapi, ctx.path, error);
      if (error instanceof ConflictError) {
        respond(ctx, 409, error.name, error.message, error.details);
        return;
      }
      // The request's own line would say it again.
      ctx.state.isKnownFailure = !logFailure(strapi.log, 'A request failed.', error);
      if (isStorageError(error))
        respond(
          ctx,
          503,
          'StorageError',
          'We can’t save or read anything right now. Please try again in a few minutes.',
        );
      else respond(ctx, 500, 'InternalServerError', 'Something went wrong here. Please try again.');
    }
  };

export default failures;
