import type { Core } from '@strapi/strapi';
import type { Asked } from '../../../answers/asked';
import { noQuery, parseQuery } from '../../../answers/parse';
import createAddresses from '../services/address';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = { data: await createAddresses({ strapi }).all(), meta: {} };
  },
});
