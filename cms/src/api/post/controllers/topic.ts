import type { Core } from '@strapi/strapi';
import createTopics from '#src/api/post/public-topics';
import { noQuery, parseQuery } from '#src/http/parse';
import type { Asked } from '#src/http/request-context';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = await createTopics({ strapi }).list();
  },
});
