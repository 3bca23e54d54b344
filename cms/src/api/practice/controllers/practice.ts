import type { Core } from '@strapi/strapi';
import type { Asked } from '../../../answers/asked';
import { found } from '../../../answers/not-found';
import { noQuery, parseQuery } from '../../../answers/parse';
import createPractice from '../services/practice';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = { data: found(await createPractice({ strapi }).one()), meta: {} };
  },
});
