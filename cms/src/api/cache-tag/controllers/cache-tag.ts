import type { Core } from '@strapi/strapi';
import { readTagVersions } from '#src/cache-tags/cache-tags';
import { noQuery, parseQuery, type RequestContext } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = await readTagVersions(strapi);
  },
});
