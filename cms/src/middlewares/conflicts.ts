import type { Core } from '@strapi/strapi';
import { ConflictError } from '../answers/conflict';

/**
 * Strapi has no 409 of its own: an error of an application that it doesn't know is answered with 400, one of Koa's with the
 * right status but also with a stack in the log.
 */
const conflicts: Core.MiddlewareFactory = () => async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    ctx.status = 409;
    ctx.body = { data: null, error: { status: 409, name: error.name, message: error.message, details: {} } };
  }
};

export default conflicts;
