import type { Core } from '@strapi/strapi';
import { report } from 'shared';
import { reportComment } from '#src/api/comment/reports';
import { numberParam } from '#src/http/params';
import { noQuery, parseBody, parseQuery } from '#src/http/parse';
import type { RequestContext } from '#src/http/request-context';

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
