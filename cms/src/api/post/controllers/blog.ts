import type { Core } from '@strapi/strapi';
import { postQuery, postsQuery, redirectQuery } from 'shared';
import { findPage, findTopics } from '#src/api/post/read-pages-and-topics';
import { findPost, findPosts } from '#src/api/post/read-posts';
import { findSitemap } from '#src/api/post/sitemap';
import { found, noQuery, parseQuery, type RequestContext, slugParam } from '#src/http/request';
import { findRedirect } from '#src/slugs/find-redirect';

/** What the site reads of the blog: one action for each route. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findPosts(ctx: RequestContext): Promise<void> {
    ctx.body = await findPosts(strapi, parseQuery(postsQuery, ctx.query));
  },

  async findPost(ctx: RequestContext): Promise<void> {
    const { comments } = parseQuery(postQuery, ctx.query);
    ctx.body = found(await findPost(strapi, slugParam(ctx.params), comments, new Date()));
  },

  async findTopics(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = await findTopics(strapi);
  },

  async findPage(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: found(await findPage(strapi, slugParam(ctx.params))), meta: {} };
  },

  async findRedirect(ctx: RequestContext): Promise<void> {
    const { path } = parseQuery(redirectQuery, ctx.query);
    ctx.body = { data: { to: found(await findRedirect(strapi, path)) }, meta: {} };
  },

  async findSitemap(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: await findSitemap(strapi), meta: {} };
  },
});
