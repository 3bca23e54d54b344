import { defineEventHandler, getRouterParam } from 'h3';
import { sendPrivateFile } from '#server/downloads/private-file';
import { registrationCalendar } from '#server/downloads/registration-files';

/**
 * GET /your-place/:token/workshop.ics -> 200 for a participant with a seat; 303 to the private page without one; 404.
 */
export default defineEventHandler(async (event) => {
  const { cms, forms } = event.context;
  const file = await registrationCalendar({ token: getRouterParam(event, 'token') ?? '', cms, forms });
  return sendPrivateFile(event, file, { type: 'text/calendar; charset=utf-8', name: 'workshop.ics' });
});
