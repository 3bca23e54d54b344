import type { Core } from '@strapi/strapi';
import { createTopics } from '#src/api/post/read-pages-and-topics';
import { noQuery, parseQuery, type RequestContext } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = await createTopics({ strapi }).list();
  },
});
