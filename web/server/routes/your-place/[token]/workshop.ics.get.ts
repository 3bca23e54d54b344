import { defineEventHandler, getRouterParam } from 'h3';
import { placeCalendar } from '#server/acts/your-place/place-file';
import { sendPlaceFile } from '#server/files/send-place-file';

/** GET /your-place/:token/workshop.ics -> 200 for whoever has a place; 303 to the private page without one; 404. */
export default defineEventHandler(async (event) => {
  const { cms, forms } = event.context;
  const file = await placeCalendar({ token: getRouterParam(event, 'token') ?? '', cms, forms });
  return sendPlaceFile(event, file, { type: 'text/calendar; charset=utf-8', name: 'workshop.ics' });
});
