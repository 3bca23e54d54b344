import type { Core } from '@strapi/strapi';
import { decisionCommand, decisionLook } from 'shared';
import decisionLinks from '#src/api/comment/moderation/decide-by-link';
import { noQuery, parseBody, parseQuery } from '#src/http/parse';
import type { RequestContext } from '#src/http/request-context';

/** Looking decides nothing: mail scanners follow links. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async look(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token } = parseBody(decisionLook, ctx.request.body);
    ctx.body = { data: await decisionLinks({ strapi }).look(token, new Date()), meta: {} };
  },

  async decide(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token, decision } = parseBody(decisionCommand, ctx.request.body);
    ctx.body = { data: await decisionLinks({ strapi }).decide(token, decision, new Date()), meta: {} };
  },
});
