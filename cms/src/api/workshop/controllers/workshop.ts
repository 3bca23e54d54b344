import type { Core } from '@strapi/strapi';
import { certificateNumber, comparedName, workshopsQuery } from 'shared';
import { calendarOfAll, calendarOfOne } from '#src/api/workshop/calendar/workshop-calendars';
import { isCertificateOf, verifyCertificate } from '#src/api/workshop/certificates/certificates';
import { findWorkshopPage, listPublicWorkshops } from '#src/api/workshop/public-workshops';
import { found, noQuery, parseBody, parseQuery, type RequestContext, slugParam } from '#src/http/request';

const certificateParam = ({ number = '' }: Record<string, string>): string =>
  found(certificateNumber.safeParse(number).data ?? null);

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = await listPublicWorkshops(strapi, parseQuery(workshopsQuery, ctx.query), new Date());
  },

  async findOne(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = found(await findWorkshopPage(strapi, slugParam(ctx.params), new Date()));
  },

  async findCalendar(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: { ics: found(await calendarOfOne(strapi, slugParam(ctx.params), new Date())) }, meta: {} };
  },

  async findCalendarOfAll(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: { ics: await calendarOfAll(strapi, new Date()) }, meta: {} };
  },

  async findCertificate(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: found(await verifyCertificate(strapi, certificateParam(ctx.params))), meta: {} };
  },

  async compareCertificate(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    const { name } = parseBody(comparedName, ctx.request.body);
    const same = found(await isCertificateOf(strapi, certificateParam(ctx.params), name));
    ctx.body = { data: { same }, meta: {} };
  },
});
