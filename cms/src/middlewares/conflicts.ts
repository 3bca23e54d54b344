import type { Core } from '@strapi/strapi';
import { ConflictError } from '#src/http/errors';

/**
 * Returns whether SQLite refused a transaction because another process wrote after it had read: nothing was changed,
 * and the client can try again.
 */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

const answer = (ctx: Parameters<Core.MiddlewareHandler>[0], status: number, name: string, message: string): void => {
  ctx.status = status;
  ctx.body = { data: null, error: { status, name, message, details: {} } };
};

/**
 * Responds to conflicts with 409, which Strapi has no error for: it responds to an unknown application error with 400,
 * and to one of Koa's with the right status, but logs a stack.
 */
const conflicts: Core.MiddlewareFactory = () => async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    if (error instanceof ConflictError) answer(ctx, 409, error.name, error.message);
    else if (isBusy(error)) answer(ctx, 503, 'BusyError', 'Something else is being saved right now. Please try again.');
    else throw error;
  }
};

export default conflicts;
