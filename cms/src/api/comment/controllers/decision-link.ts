import type { Core } from '@strapi/strapi';
import { decisionCommand, decisionLook } from 'shared';
import { decideByLink, viewByLink } from '#src/api/comment/moderation/decision-links';
import { noQuery, parseBody, parseQuery, type RequestContext } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async look(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token } = parseBody(decisionLook, ctx.request.body);
    ctx.body = { data: await viewByLink(strapi, token, new Date()), meta: {} };
  },

  async decide(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token, decision } = parseBody(decisionCommand, ctx.request.body);
    ctx.body = { data: await decideByLink(strapi, token, decision, new Date()), meta: {} };
  },
});
