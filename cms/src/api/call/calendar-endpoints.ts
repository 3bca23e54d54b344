import { addCalendarRequest, changeCalendarRequest } from 'shared';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { noQuery, numberParam, parseBody, parseQuery } from '#src/http/request';
import { createFeed, revokeFeed } from './calendars/feed';
import { addCalendar, changeCalendar, listCalendars, readNow, removeCalendar } from './calendars/manage-calendars';
import { manageCalls } from './permissions';

const endpoints: readonly Omit<AdminEndpoint, 'permission'>[] = [
  {
    method: 'GET',
    path: '/calls/calendars',
    handle: (strapi, { query }) => {
      parseQuery(noQuery, query);
      return listCalendars(strapi, new Date());
    },
  },
  {
    method: 'POST',
    path: '/calls/calendars',
    handle: (strapi, { request }) => addCalendar(strapi, parseBody(addCalendarRequest, request.body), new Date()),
  },
  {
    method: 'POST',
    path: '/calls/calendars/:number',
    handle: (strapi, { params, request }) =>
      changeCalendar(strapi, numberParam(params), parseBody(changeCalendarRequest, request.body), new Date()),
  },
  {
    method: 'POST',
    path: '/calls/calendars/:number/read',
    handle: (strapi, { params }) => readNow(strapi, numberParam(params), new Date()),
  },
  {
    method: 'POST',
    path: '/calls/calendars/:number/delete',
    handle: async (strapi, { params }) => {
      await removeCalendar(strapi, numberParam(params));
      return listCalendars(strapi, new Date());
    },
  },
  { method: 'POST', path: '/calls/feed', handle: (strapi) => createFeed(strapi, new Date()) },
  { method: 'POST', path: '/calls/feed/revoke', handle: (strapi) => revokeFeed(strapi, new Date()) },
];

export const calendarEndpoints: readonly AdminEndpoint[] = endpoints.map((endpoint) => ({
  ...endpoint,
  permission: manageCalls,
}));
