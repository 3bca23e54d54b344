import type { Core } from '@strapi/strapi';
import { postsQuery } from 'shared';
import createPosts from '#src/api/post/public-posts';
import { found, slugParam } from '#src/http/params';
import { noQuery, parseQuery } from '#src/http/parse';
import type { Asked } from '#src/http/request-context';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(asked: Asked): Promise<void> {
    asked.body = await createPosts({ strapi }).list(parseQuery(postsQuery, asked.query));
  },

  async findOne(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = { data: found(await createPosts({ strapi }).one(slugParam(asked.params))), meta: {} };
  },
});
