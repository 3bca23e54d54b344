import type { Core } from '@strapi/strapi';
import createPractice from '#src/api/practice/public-practice';
import { found } from '#src/http/params';
import { noQuery, parseQuery } from '#src/http/parse';
import type { RequestContext } from '#src/http/request-context';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: found(await createPractice({ strapi }).one()), meta: {} };
  },
});
