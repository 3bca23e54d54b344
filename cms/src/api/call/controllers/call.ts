import type { Core } from '@strapi/strapi';
import { readCallPage } from '#src/api/call/call-page';
import { noQuery, parseQuery, type RequestContext } from '#src/http/request';

const respond = (ctx: RequestContext, data: unknown): void => {
  ctx.body = { data, meta: {} };
};

/** What readers see and do with introductory calls. Secrets travel in bodies only. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findCallPage(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    respond(ctx, await readCallPage(strapi, new Date()));
  },
});
