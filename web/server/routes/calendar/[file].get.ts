import { defineEventHandler, getRouterParam } from 'h3';
import { callFeed } from '#server/downloads/call-file';
import { sendPrivateFile } from '#server/downloads/private-file';

/** GET /calendar/:token.ics -> 200: the calls, for the counsellor's own calendar program; 404 once it was ended. */
export default defineEventHandler(async (event) => {
  const { cms, forms } = event.context;
  const [, token = ''] = /^(.+)\.ics$/i.exec(getRouterParam(event, 'file') ?? '') ?? [];
  const file = await callFeed({ token, cms, forms });
  return sendPrivateFile(event, file, { type: 'text/calendar; charset=utf-8', name: 'calls.ics' });
});
