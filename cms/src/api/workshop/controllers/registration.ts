import type { Core } from '@strapi/strapi';
import { registering } from 'shared';
import { register } from '#src/api/workshop/registration/register';
import { slugParam } from '#src/http/params';
import { noQuery, parseBody, parseQuery } from '#src/http/parse';
import type { Asked } from '#src/http/request-context';

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
