import { defineEventHandler, getRouterParam, setResponseHeader } from 'h3';

/** GET /workshops/:slug/calendar.ics -> 200: its sessions as they stand now; 404. */
export default defineEventHandler(async (event) => {
  const ics = await event.context.cms.workshopCalendar(getRouterParam(event, 'slug') ?? '');
  setResponseHeader(event, 'content-type', 'text/calendar; charset=utf-8');
  return ics;
});
