import { defineEventHandler, getRouterParam } from 'h3';
import { placeCalendar } from '#server/downloads/registration-files';
import { sendPlaceFile } from '#server/downloads/send-place-file';

/** GET /your-place/:token/workshop.ics -> 200 for whoever has a place; 303 to the private page without one; 404. */
export default defineEventHandler(async (event) => {
  const { cms, forms } = event.context;
  const file = await placeCalendar({ token: getRouterParam(event, 'token') ?? '', cms, forms });
  return sendPlaceFile(event, file, { type: 'text/calendar; charset=utf-8', name: 'workshop.ics' });
});
