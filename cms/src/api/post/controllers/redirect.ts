import type { Core } from '@strapi/strapi';
import { redirectQuery } from 'shared';
import { createRedirects } from '#src/api/post/redirects';
import { found } from '#src/http/params';
import { parseQuery } from '#src/http/parse';
import type { RequestContext } from '#src/http/request-context';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    const { path } = parseQuery(redirectQuery, ctx.query);
    ctx.body = { data: { to: found(await createRedirects({ strapi }).find(path)) }, meta: {} };
  },
});
