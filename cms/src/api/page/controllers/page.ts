import type { Core } from '@strapi/strapi';
import type { Asked } from '../../../answers/asked';
import { found, slugParam } from '../../../answers/not-found';
import { noQuery, parseQuery } from '../../../answers/parse';
import createPages from '../services/page';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = { data: found(await createPages({ strapi }).one(slugParam(asked.params))), meta: {} };
  },
});
