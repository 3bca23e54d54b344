import type { Core } from '@strapi/strapi';
import { registrationRequest } from 'shared';
import { register } from '#src/api/workshop/registration/register';
import { noQuery, parseBody, parseQuery, type RequestContext, slugParam } from '#src/http/request';

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
