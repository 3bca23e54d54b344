import type { Core } from '@strapi/strapi';
import { createSitemap } from '#src/api/post/sitemap';
import { noQuery, parseQuery, type RequestContext } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: await createSitemap({ strapi }).all(), meta: {} };
  },
});
