import type { Core } from '@strapi/strapi';
import { submission, threadsQuery } from 'shared';
import { submitComment } from '#src/api/comment/submission';
import { locateComment } from '#src/api/comment/threads/comment-location';
import { listLatestComments, listThreads } from '#src/api/comment/threads/threads';
import { found, noQuery, numberParam, parseBody, parseQuery, type RequestContext, slugParam } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findThreads(ctx: RequestContext): Promise<void> {
    const { page } = parseQuery(threadsQuery, ctx.query);
    ctx.body = found(await listThreads(strapi, slugParam(ctx.params), page, new Date()));
  },

  async findLatest(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = found(await listLatestComments(strapi, slugParam(ctx.params), new Date()));
  },

  async findPlace(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: found(await locateComment(strapi, numberParam(ctx.params), new Date())), meta: {} };
  },

  async send(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { first, comment } = await submitComment(
      strapi,
      slugParam(ctx.params),
      parseBody(submission, ctx.request.body),
      new Date(),
    );
    ctx.status = first ? 201 : 200;
    ctx.body = { data: comment, meta: {} };
  },
});
