import type { Core } from '@strapi/strapi';
import { workshopsQuery } from 'shared';
import type { Asked } from '../../../answers/asked';
import { found, slugParam } from '../../../answers/not-found';
import { noQuery, parseQuery } from '../../../answers/parse';
import { calendarOfAll, calendarOfOne } from '../services/calendars';
import createWorkshops from '../services/workshop';

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
