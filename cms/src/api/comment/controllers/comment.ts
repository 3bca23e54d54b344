import type { Core } from '@strapi/strapi';
import { submission, threadsQuery } from 'shared';
import { submitComment } from '#src/api/comment/submission/submit-comment';
import { placeOf } from '#src/api/comment/threads/comment-location';
import { latestOf } from '#src/api/comment/threads/latest-comments';
import { threadsOf } from '#src/api/comment/threads/threads';
import { found, numberParam, slugParam } from '#src/http/params';
import { noQuery, parseBody, parseQuery } from '#src/http/parse';
import type { Asked } from '#src/http/request-context';

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
