import type { Core } from '@strapi/strapi';
import { redirectQuery } from 'shared';
import type { Asked } from '../../../answers/asked';
import { found } from '../../../answers/not-found';
import { parseQuery } from '../../../answers/parse';
import createRedirects from '../services/redirect';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(asked: Asked): Promise<void> {
    const { path } = parseQuery(redirectQuery, asked.query);
    asked.body = { data: { to: found(await createRedirects({ strapi }).find(path)) }, meta: {} };
  },
});
