import type { Core } from '@strapi/strapi';
import { registering } from 'shared';
import type { Asked } from '../../../answers/asked';
import { slugParam } from '../../../answers/not-found';
import { noQuery, parseBody, parseQuery } from '../../../answers/parse';
import { register } from '../services/register';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async send(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    const { first, registered } = await register(
      strapi,
      slugParam(asked.params),
      parseBody(registering, asked.request.body),
      new Date(),
    );
    asked.status = first ? 201 : 200;
    asked.body = { data: registered, meta: {} };
  },
});
