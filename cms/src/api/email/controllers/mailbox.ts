import type { Core } from '@strapi/strapi';
import { mailboxCommand, unsubscribe } from 'shared';
import mailboxes from '#src/api/email/mailboxes/mailbox';
import { noQuery, parseBody, parseQuery } from '#src/http/parse';
import type { Asked } from '#src/http/request-context';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async confirm(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    const { token } = parseBody(mailboxCommand, asked.request.body);
    asked.body = { data: { onPage: await mailboxes({ strapi }).confirm(token, new Date()) }, meta: {} };
  },

  async unsubscribe(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    const { token, all } = parseBody(unsubscribe, asked.request.body);
    await mailboxes({ strapi }).unsubscribe(token, all, new Date());
    asked.body = { data: { unsubscribed: true }, meta: {} };
  },
});
