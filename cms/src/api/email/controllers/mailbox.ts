import type { Core } from '@strapi/strapi';
import { mailboxCommand, mailboxConfirmation, unsubscribe } from 'shared';
import {
  confirmMailbox,
  disownSending,
  lookAtSending,
  resubscribeMailbox,
  unsubscribeMailbox,
} from '#src/api/email/mailboxes/mailbox-actions';
import { noQuery, parseBody, parseQuery, type RequestContext } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async confirm(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const confirmation = parseBody(mailboxConfirmation, ctx.request.body);
    const { isPublished, privateLink, allowedAgain } = await confirmMailbox(strapi, confirmation, new Date());
    ctx.body = { data: { onPage: isPublished, privateLink, allowedAgain }, meta: {} };
  },

  async look(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token } = parseBody(mailboxCommand, ctx.request.body);
    ctx.body = { data: await lookAtSending(strapi, token), meta: {} };
  },

  async disown(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token } = parseBody(mailboxCommand, ctx.request.body);
    ctx.body = { data: { discarded: await disownSending(strapi, token, new Date()) }, meta: {} };
  },

  async resubscribe(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token } = parseBody(mailboxCommand, ctx.request.body);
    await resubscribeMailbox(strapi, token, new Date());
    ctx.body = { data: { unsubscribed: false }, meta: {} };
  },

  async unsubscribe(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token, all } = parseBody(unsubscribe, ctx.request.body);
    await unsubscribeMailbox(strapi, token, { all, now: new Date() });
    ctx.body = { data: { unsubscribed: true }, meta: {} };
  },
});
