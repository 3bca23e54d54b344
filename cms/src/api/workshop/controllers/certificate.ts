import type { Core } from '@strapi/strapi';
import { certificateNumber, comparedName } from 'shared';
import { certificateOf, isGivenTo } from '#src/api/workshop/certificates/verify';
import { found } from '#src/http/params';
import { noQuery, parseBody, parseQuery } from '#src/http/parse';
import type { Asked } from '#src/http/request-context';

const numberOf = ({ number }: Record<string, string>): string =>
  found(certificateNumber.safeParse(number ?? '').data ?? null);

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = { data: found(await certificateOf(strapi, numberOf(asked.params))), meta: {} };
  },

  async compare(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    const { name } = parseBody(comparedName, asked.request.body);
    asked.body = { data: { same: found(await isGivenTo(strapi, numberOf(asked.params), name)) }, meta: {} };
  },
});
