import type { Core } from '@strapi/strapi';
import { createPages } from '#src/api/post/read-pages-and-topics';
import { found, noQuery, parseQuery, type RequestContext, slugParam } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: found(await createPages({ strapi }).one(slugParam(ctx.params))), meta: {} };
  },
});
