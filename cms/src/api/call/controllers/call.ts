import type { Core } from '@strapi/strapi';
import { callCommand, callFeedRequest, callMove, callRequest } from 'shared';
import { readFeed } from '#src/api/call/calendars/feed';
import { refreshForBooking } from '#src/api/call/calendars/poll';
import { readCallPage } from '#src/api/call/call-page';
import { cancelByReader, moveCall, privateCallCalendar, viewPrivateCall } from '#src/api/call/private-call';
import { bookCall } from '#src/api/call/submission';
import { noQuery, parseBody, parseQuery, type RequestContext, withRetryAfter } from '#src/http/request';

const respond = (ctx: RequestContext, data: unknown): void => {
  ctx.body = { data, meta: {} };
};

const command =
  (action: (token: string, now: Date) => Promise<unknown>) =>
  async (ctx: RequestContext): Promise<void> => {
    parseQuery(noQuery, ctx.query);
    respond(ctx, await action(parseBody(callCommand, ctx.request.body).token, new Date()));
  };

/** What readers see and do with introductory calls. Secrets travel in bodies only. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findCallPage(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    respond(ctx, await readCallPage(strapi, new Date()));
  },

  async book(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const request = parseBody(callRequest, ctx.request.body);
    await refreshForBooking(strapi, new Date());
    await withRetryAfter(ctx, async () => {
      const { first, call } = await bookCall(strapi, request, new Date());
      ctx.status = first ? 201 : 200;
      respond(ctx, call);
    });
  },

  async move(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const move = parseBody(callMove, ctx.request.body);
    await refreshForBooking(strapi, new Date());
    respond(ctx, await moveCall(strapi, move, new Date()));
  },

  async feed(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token } = parseBody(callFeedRequest, ctx.request.body);
    respond(ctx, { file: await readFeed(strapi, token, new Date()) });
  },

  look: command((token, now) => viewPrivateCall(strapi, token, now)),
  cancel: command((token, now) => cancelByReader(strapi, token, now)),
  calendar: command(async (token, now) => ({ file: await privateCallCalendar(strapi, token, now) })),
});
