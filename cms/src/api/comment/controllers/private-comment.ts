import type { Core } from '@strapi/strapi';
import { privateChange, privateCommand, privateKey } from 'shared';
import { TooManyCodesError } from '#src/api/comment/private-comment/open-private-comment';
import {
  changeComment,
  deleteOwnComment,
  removeName,
  renewLink,
  viewPrivateComment,
} from '#src/api/comment/private-comment/private-comment';
import { noQuery, parseBody, parseQuery, type RequestContext } from '#src/http/request';

/** Secrets travel in bodies only, because addresses are logged. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const tokenOf = (ctx: RequestContext): string => parseBody(privateCommand, ctx.request.body).token;
  const respond = (ctx: RequestContext, data: unknown): void => {
    ctx.body = { data, meta: {} };
  };

  return {
    async look(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      try {
        respond(ctx, await viewPrivateComment(strapi, parseBody(privateKey, ctx.request.body), new Date()));
      } catch (error) {
        if (error instanceof TooManyCodesError) ctx.set('Retry-After', String(error.retryAfterSeconds));
        throw error;
      }
    },

    async change(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      respond(ctx, await changeComment(strapi, parseBody(privateChange, ctx.request.body), new Date()));
    },

    async takeNameOff(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      respond(ctx, await removeName(strapi, tokenOf(ctx), new Date()));
    },

    async renewLink(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      respond(ctx, await renewLink(strapi, tokenOf(ctx), new Date()));
    },

    async remove(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      await deleteOwnComment(strapi, tokenOf(ctx));
      respond(ctx, { removed: true });
    },
  };
};
