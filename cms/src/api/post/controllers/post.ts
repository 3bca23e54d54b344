import type { Core } from '@strapi/strapi';
import { postsQuery } from 'shared';
import type { Asked } from '../../../answers/asked';
import { found, slugParam } from '../../../answers/not-found';
import { noQuery, parseQuery } from '../../../answers/parse';
import createPosts from '../services/post';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(asked: Asked): Promise<void> {
    asked.body = await createPosts({ strapi }).list(parseQuery(postsQuery, asked.query));
  },

  async findOne(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = { data: found(await createPosts({ strapi }).one(slugParam(asked.params))), meta: {} };
  },
});
