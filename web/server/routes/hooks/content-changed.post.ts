import { createHash, timingSafeEqual } from 'node:crypto';
import { createError, defineEventHandler, getRequestHeader, setResponseStatus } from 'h3';
import { site } from '../../site';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** POST /hooks/content-changed, bearer HOOK_SECRET -> 204: 'ask the CMS now'. It says nothing else, so one that is lost or sent by mistake does no harm. */
export default defineEventHandler((event) => {
  const { settings, watcher } = site();
  const shown = digest(getRequestHeader(event, 'authorization') ?? '');
  if (!timingSafeEqual(shown, digest(`Bearer ${settings.hookSecret}`))) throw createError({ statusCode: 401, statusMessage: 'Unauthorized' });
  void watcher.askNow();
  setResponseStatus(event, 204);
  return null;
});
