import type { Core } from '@strapi/strapi';
import { createPages } from '#src/api/post/read-pages-and-topics';
import { found, slugParam } from '#src/http/params';
import { noQuery, parseQuery } from '#src/http/parse';
import type { RequestContext } from '#src/http/request-context';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: found(await createPages({ strapi }).one(slugParam(ctx.params))), meta: {} };
  },
});
