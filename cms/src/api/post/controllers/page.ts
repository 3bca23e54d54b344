import type { Core } from '@strapi/strapi';
import createPages from '#src/api/post/public-pages';
import { found, slugParam } from '#src/http/params';
import { noQuery, parseQuery } from '#src/http/parse';
import type { Asked } from '#src/http/request-context';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = { data: found(await createPages({ strapi }).one(slugParam(asked.params))), meta: {} };
  },
});
