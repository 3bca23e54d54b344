import type { Core } from '@strapi/strapi';
import { redirectQuery } from 'shared';
import { createRedirects } from '#src/api/post/redirects';
import { found, parseQuery, type RequestContext } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { path } = parseQuery(redirectQuery, ctx.query);
    ctx.body = { data: { to: found(await createRedirects({ strapi }).find(path)) }, meta: {} };
  },
});
