import type { Core } from '@strapi/strapi';
import { submission, threadsQuery } from 'shared';
import type { Asked } from '../../../answers/asked';
import { found, numberParam, slugParam } from '../../../answers/not-found';
import { noQuery, parseBody, parseQuery } from '../../../answers/parse';
import { latestOf } from '../services/latest';
import { placeOf } from '../services/place';
import { submitComment } from '../services/submit';
import { threadsOf } from '../services/threads';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findThreads(asked: Asked): Promise<void> {
    const { page } = parseQuery(threadsQuery, asked.query);
    asked.body = found(await threadsOf(strapi, slugParam(asked.params), page, new Date()));
  },

  async findLatest(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = found(await latestOf(strapi, slugParam(asked.params), new Date()));
  },

  async findPlace(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = { data: found(await placeOf(strapi, numberParam(asked.params), new Date())), meta: {} };
  },

  async send(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    const { first, comment } = await submitComment(
      strapi,
      slugParam(asked.params),
      parseBody(submission, asked.request.body),
      new Date(),
    );
    asked.status = first ? 201 : 200;
    asked.body = { data: comment, meta: {} };
  },
});
