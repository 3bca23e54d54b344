import type { Core } from '@strapi/strapi';
import { ConflictError } from '#src/http/errors';

/**
 * SQLite refuses a transaction of Strapi's that has read when another process wrote meanwhile: nothing was done, and
 * trying again helps.
 */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

const answer = (ctx: Parameters<Core.MiddlewareHandler>[0], status: number, name: string, message: string): void => {
  ctx.status = status;
  ctx.body = { data: null, error: { status, name, message, details: {} } };
};

/**
 * Strapi has no 409 of its own: an error of an application that it doesn't know is answered with 400, one of Koa's with
 * the right status but also with a stack in the log.
 */
const conflicts: Core.MiddlewareFactory = () => async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    if (error instanceof ConflictError) answer(ctx, 409, error.name, error.message);
    else if (isBusy(error))
      answer(ctx, 503, 'BusyError', 'Something else is being saved at this moment. Please try once more.');
    else throw error;
  }
};

export default conflicts;
