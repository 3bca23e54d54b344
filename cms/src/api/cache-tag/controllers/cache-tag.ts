import type { Core } from '@strapi/strapi';
import { readRevisions } from '#src/cache-tags/tag-versions';
import { noQuery, parseQuery } from '#src/http/parse';
import type { Asked } from '#src/http/request-context';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = { data: await readRevisions(strapi), meta: {} };
  },
});
