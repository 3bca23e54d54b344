import type { Core } from '@strapi/strapi';
import { postsQuery, redirectQuery } from 'shared';
import { createPages, createTopics } from '#src/api/post/read-pages-and-topics';
import { createPosts } from '#src/api/post/read-posts';
import { createRedirects } from '#src/api/post/redirects';
import { createSitemap } from '#src/api/post/sitemap';
import { found, noQuery, parseQuery, type RequestContext, slugParam } from '#src/http/request';

/** What the site reads of the blog: one action for each route. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findPosts(ctx: RequestContext): Promise<void> {
    ctx.body = await createPosts({ strapi }).list(parseQuery(postsQuery, ctx.query));
  },

  async findPost(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: found(await createPosts({ strapi }).one(slugParam(ctx.params))), meta: {} };
  },

  async findTopics(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = await createTopics({ strapi }).list();
  },

  async findPage(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: found(await createPages({ strapi }).one(slugParam(ctx.params))), meta: {} };
  },

  async findRedirect(ctx: RequestContext): Promise<void> {
    const { path } = parseQuery(redirectQuery, ctx.query);
    ctx.body = { data: { to: found(await createRedirects({ strapi }).find(path)) }, meta: {} };
  },

  async findSitemap(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: await createSitemap({ strapi }).all(), meta: {} };
  },
});
