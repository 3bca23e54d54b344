import type { Core } from '@strapi/strapi';
import { certificateNumber, comparedName } from 'shared';
import { certificateOf, isGivenTo } from '#src/api/workshop/certificates/verify';
import { found, noQuery, parseBody, parseQuery, type RequestContext } from '#src/http/request';

const numberOf = ({ number }: Record<string, string>): string =>
  found(certificateNumber.safeParse(number ?? '').data ?? null);

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async findOne(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: found(await certificateOf(strapi, numberOf(ctx.params))), meta: {} };
  },

  async compare(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { name } = parseBody(comparedName, ctx.request.body);
    ctx.body = { data: { same: found(await isGivenTo(strapi, numberOf(ctx.params), name)) }, meta: {} };
  },
});
