import type { Core } from '@strapi/strapi';
import { registrationRequest } from 'shared';
import { register } from '#src/api/workshop/registration/register';
import { slugParam } from '#src/http/params';
import { noQuery, parseBody, parseQuery } from '#src/http/parse';
import type { RequestContext } from '#src/http/request-context';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async send(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { first, receipt } = await register(
      strapi,
      slugParam(ctx.params),
      parseBody(registrationRequest, ctx.request.body),
      new Date(),
    );
    ctx.status = first ? 201 : 200;
    ctx.body = { data: receipt, meta: {} };
  },
});
