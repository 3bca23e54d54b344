import { defineEventHandler, setResponseStatus } from 'h3';
import { site } from '#server/site';
import { requireHookSecret } from '#server/webhooks/require-secret';

/** POST /hooks/content-changed, bearer HOOK_SECRET -> 204: 'ask the CMS now'. It says nothing else, so one that is lost or sent by mistake does no harm. */
export default defineEventHandler((event) => {
  requireHookSecret(event);
  void site().watcher.askNow();
  setResponseStatus(event, 204);
  return null;
});
