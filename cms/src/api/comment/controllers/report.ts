import type { Core } from '@strapi/strapi';
import { report } from 'shared';
import { reportComment } from '#src/api/comment/reports';
import { noQuery, numberParam, parseBody, parseQuery, type RequestContext } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async send(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { first, hidden } = await reportComment(
      strapi,
      numberParam(ctx.params),
      parseBody(report, ctx.request.body),
      new Date(),
    );
    ctx.status = first ? 201 : 200;
    ctx.body = { data: { hidden }, meta: {} };
  },
});
