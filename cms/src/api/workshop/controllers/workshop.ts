import type { Core } from '@strapi/strapi';
import { workshopsQuery } from 'shared';
import { calendarOfAll, calendarOfOne } from '#src/api/workshop/calendar/workshop-calendars';
import createWorkshops from '#src/api/workshop/public-workshops';
import { found, slugParam } from '#src/http/params';
import { noQuery, parseQuery } from '#src/http/parse';
import type { Asked } from '#src/http/request-context';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(asked: Asked): Promise<void> {
    asked.body = await createWorkshops({ strapi }).list(parseQuery(workshopsQuery, asked.query), new Date());
  },

  async findOne(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = found(await createWorkshops({ strapi }).one(slugParam(asked.params), new Date()));
  },

  async findCalendar(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = { data: { ics: found(await calendarOfOne(strapi, slugParam(asked.params), new Date())) }, meta: {} };
  },

  async findCalendarOfAll(asked: Asked): Promise<void> {
    parseQuery(noQuery, asked.query);
    asked.body = { data: { ics: await calendarOfAll(strapi, new Date()) }, meta: {} };
  },
});
