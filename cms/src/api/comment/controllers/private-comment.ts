import type { Core } from '@strapi/strapi';
import { privateChange, privateCommand, privateKey } from 'shared';
import privateComments from '#src/api/comment/private-comment/private-comment';
import { TooManyCodes } from '#src/api/comment/private-comment/too-many-codes';
import { noQuery, parseBody, parseQuery } from '#src/http/parse';
import type { RequestContext } from '#src/http/request-context';

/** Secrets come in bodies only: addresses are logged, by us and by whatever stands in front. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const own = privateComments({ strapi });
  const tokenOf = (ctx: RequestContext): string => parseBody(privateCommand, ctx.request.body).token;
  const answer = (ctx: RequestContext, data: unknown): void => {
    ctx.body = { data, meta: {} };
  };

  return {
    async look(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      try {
        answer(ctx, await own.look(parseBody(privateKey, ctx.request.body), new Date()));
      } catch (error) {
        if (error instanceof TooManyCodes) ctx.set('Retry-After', String(error.wait));
        throw error;
      }
    },

    async change(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      answer(ctx, await own.change(parseBody(privateChange, ctx.request.body), new Date()));
    },

    async takeNameOff(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      answer(ctx, await own.takeNameOff(tokenOf(ctx), new Date()));
    },

    async renewLink(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      answer(ctx, await own.renewLink(tokenOf(ctx), new Date()));
    },

    async remove(ctx: RequestContext): Promise<void> {
      parseQuery(noQuery, ctx.query);
      await own.remove(tokenOf(ctx));
      answer(ctx, { removed: true });
    },
  };
};
