import type { Core } from '@strapi/strapi';
import { decisionCommand, decisionLook } from 'shared';
import decisionLinks from '#src/api/comment/moderation/decide-by-link';
import { noQuery, parseBody, parseQuery } from '#src/http/parse';
import type { Asked } from '#src/http/request-context';

/** Looking decides nothing: mail scanners follow links. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async look(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    const { token } = parseBody(decisionLook, asked.request.body);
    asked.body = { data: await decisionLinks({ strapi }).look(token, new Date()), meta: {} };
  },

  async decide(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    const { token, decision } = parseBody(decisionCommand, asked.request.body);
    asked.body = { data: await decisionLinks({ strapi }).decide(token, decision, new Date()), meta: {} };
  },
});
