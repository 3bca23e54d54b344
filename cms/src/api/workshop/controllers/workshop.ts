import type { Core } from '@strapi/strapi';
import { workshopsQuery } from 'shared';
import { calendarOfAll, calendarOfOne } from '#src/api/workshop/calendar/workshop-calendars';
import createWorkshops from '#src/api/workshop/public-workshops';
import { found, noQuery, parseQuery, type RequestContext, slugParam } from '#src/http/request';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: RequestContext): Promise<void> {
    ctx.body = await createWorkshops({ strapi }).list(parseQuery(workshopsQuery, ctx.query), new Date());
  },

  async findOne(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = found(await createWorkshops({ strapi }).one(slugParam(ctx.params), new Date()));
  },

  async findCalendar(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: { ics: found(await calendarOfOne(strapi, slugParam(ctx.params), new Date())) }, meta: {} };
  },

  async findCalendarOfAll(ctx: RequestContext): Promise<void> {
    parseQuery(noQuery, ctx.query);
    ctx.body = { data: { ics: await calendarOfAll(strapi, new Date()) }, meta: {} };
  },
});
