import type { Core } from '@strapi/strapi';
import { report } from 'shared';
import { reportComment } from '#src/api/comment/reports/report-comment';
import { numberParam } from '#src/http/params';
import { noQuery, parseBody, parseQuery } from '#src/http/parse';
import type { Asked } from '#src/http/request-context';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async send(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    const { first, hidden } = await reportComment(
      strapi,
      numberParam(asked.params),
      parseBody(report, asked.request.body),
      new Date(),
    );
    asked.status = first ? 201 : 200;
    asked.body = { data: { hidden }, meta: {} };
  },
});
