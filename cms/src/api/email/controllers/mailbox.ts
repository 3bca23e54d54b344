import type { Core } from '@strapi/strapi';
import { mailboxCommand, unsubscribe } from 'shared';
import { confirmMailbox, unsubscribeMailbox } from '#src/api/email/mailboxes/mailbox-actions';
import { noQuery, parseBody, parseQuery, type RequestContext } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async confirm(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token } = parseBody(mailboxCommand, ctx.request.body);
    const { isPublished, privateLink } = await confirmMailbox(strapi, token, new Date());
    ctx.body = { data: { onPage: isPublished, privateLink }, meta: {} };
  },

  async unsubscribe(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { token, all } = parseBody(unsubscribe, ctx.request.body);
    await unsubscribeMailbox(strapi, token, { all, now: new Date() });
    ctx.body = { data: { unsubscribed: true }, meta: {} };
  },
});
