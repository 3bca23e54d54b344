import type { Core } from '@strapi/strapi';
import { findPractice } from '#src/api/practice/read-practice';
import { found, noQuery, parseQuery, type RequestContext } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: found(await findPractice(strapi)), meta: {} };
  },
});
