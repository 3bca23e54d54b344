import type { Core } from '@strapi/strapi';
import { report } from 'shared';
import type { Asked } from '../../../answers/asked';
import { numberParam } from '../../../answers/not-found';
import { noQuery, parseBody, parseQuery } from '../../../answers/parse';
import { reportComment } from '../services/report';

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
