import { defineEventHandler, getRouterParam } from 'h3';
import { callCalendar } from '#server/downloads/call-file';
import { sendPrivateFile } from '#server/downloads/private-file';

/** GET /your-call/:token/call.ics -> 200; 404. */
export default defineEventHandler(async (event) => {
  const { cms, forms } = event.context;
  const file = await callCalendar({ token: getRouterParam(event, 'token') ?? '', cms, forms });
  return sendPrivateFile(event, file, { type: 'text/calendar; charset=utf-8', name: 'call.ics' });
});
