import type { Core } from '@strapi/strapi';
import { mailboxCommand, unsubscribe } from 'shared';
import mailboxes from '#src/api/email/mailboxes/mailbox';
import { noQuery, parseBody, parseQuery, type RequestContext } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async confirm(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token } = parseBody(mailboxCommand, ctx.request.body);
    ctx.body = { data: { onPage: await mailboxes({ strapi }).confirm(token, new Date()) }, meta: {} };
  },

  async unsubscribe(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token, all } = parseBody(unsubscribe, ctx.request.body);
    await mailboxes({ strapi }).unsubscribe(token, all, new Date());
    ctx.body = { data: { unsubscribed: true }, meta: {} };
  },
});
