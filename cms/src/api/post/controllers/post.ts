import type { Core } from '@strapi/strapi';
import { postsQuery } from 'shared';
import { createPosts } from '#src/api/post/read-posts';
import { found, noQuery, parseQuery, type RequestContext, slugParam } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = await createPosts({ strapi }).list(parseQuery(postsQuery, ctx.query));
  },

  async findOne(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: found(await createPosts({ strapi }).one(slugParam(ctx.params))), meta: {} };
  },
});
