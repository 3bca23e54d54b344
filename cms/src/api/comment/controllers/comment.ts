import type { Core } from '@strapi/strapi';
import {
  decisionCommand,
  decisionLook,
  privateChange,
  privateCommand,
  privateKey,
  privateMessage,
  report,
  submission,
  threadsQuery,
} from 'shared';
import { decideByLink, viewByLink } from '#src/api/comment/moderation/decision-links';
import {
  changeComment,
  deleteOwnComment,
  removeName,
  renewLink,
  viewPrivateComment,
} from '#src/api/comment/private-comment/private-comment';
import { writeBack } from '#src/api/comment/private-comment/write-back';
import { reportComment } from '#src/api/comment/reports';
import { submitComment } from '#src/api/comment/submission';
import { listLatestComments, listThreads, locateComment } from '#src/api/comment/threads/threads';
import {
  found,
  noQuery,
  numberParam,
  parseBody,
  parseQuery,
  type RequestContext,
  slugParam,
  withRetryAfter,
} from '#src/http/request';

const respond = (ctx: RequestContext, data: unknown): void => {
  ctx.body = { data, meta: {} };
};

const privateTokenIn = (ctx: RequestContext): string => parseBody(privateCommand, ctx.request.body).token;

/** What readers see and send under posts. */
const onPosts = (strapi: Core.Strapi) => ({
  async findThreads(ctx: RequestContext): Promise<void> {
    const { page } = parseQuery(threadsQuery, ctx.query);
    ctx.body = found(await listThreads(strapi, slugParam(ctx.params), page, new Date()));
  },

  async findLatest(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = found(await listLatestComments(strapi, slugParam(ctx.params), new Date()));
  },

  async locate(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    respond(ctx, found(await locateComment(strapi, numberParam(ctx.params), new Date())));
  },

  async submit(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const body = parseBody(submission, ctx.request.body);
    const { first, comment } = await submitComment(strapi, slugParam(ctx.params), body, new Date());
    ctx.status = first ? 201 : 200;
    respond(ctx, comment);
  },

  async report(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const body = parseBody(report, ctx.request.body);
    const { first, hidden } = await reportComment(strapi, numberParam(ctx.params), body, new Date());
    ctx.status = first ? 201 : 200;
    respond(ctx, { hidden });
  },
});

/** What the counsellor decides through a link in an email. Secrets travel in bodies only, because paths are logged. */
const byDecisionLink = (strapi: Core.Strapi) => ({
  async viewByDecisionLink(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token } = parseBody(decisionLook, ctx.request.body);
    respond(ctx, await viewByLink(strapi, token, new Date()));
  },

  async decideByLink(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token, decision } = parseBody(decisionCommand, ctx.request.body);
    respond(ctx, await decideByLink(strapi, token, decision, new Date()));
  },
});

/** What writers do with their own comment through its private link. */
const byPrivateLink = (strapi: Core.Strapi) => ({
  async viewPrivate(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const key = parseBody(privateKey, ctx.request.body);
    await withRetryAfter(ctx, async () => respond(ctx, await viewPrivateComment(strapi, key, new Date())));
  },

  async change(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    respond(ctx, await changeComment(strapi, parseBody(privateChange, ctx.request.body), new Date()));
  },

  async writeBack(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    respond(ctx, await writeBack(strapi, parseBody(privateMessage, ctx.request.body), new Date()));
  },

  async removeName(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    respond(ctx, await removeName(strapi, privateTokenIn(ctx), new Date()));
  },

  async renewLink(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    respond(ctx, await renewLink(strapi, privateTokenIn(ctx), new Date()));
  },

  async deleteOwn(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    await deleteOwnComment(strapi, privateTokenIn(ctx));
    respond(ctx, { removed: true });
  },
});

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  ...onPosts(strapi),
  ...byDecisionLink(strapi),
  ...byPrivateLink(strapi),
});
