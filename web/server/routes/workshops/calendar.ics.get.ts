import { defineEventHandler, setResponseHeader } from 'h3';

/** GET /workshops/calendar.ics -> 200: all workshops, for calendar programs that come back for it. */
export default defineEventHandler(async (event) => {
  const ics = await event.context.cms.workshopsCalendar();
  setResponseHeader(event, 'content-type', 'text/calendar; charset=utf-8');
  return ics;
});
