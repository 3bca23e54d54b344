import { defineEventHandler, setResponseStatus } from 'h3';
import { site } from '#server/site';
import { requireWebhookSecret } from '#server/webhooks/require-secret';

/**
 * POST /webhooks/content-changed, bearer WEBHOOK_SECRET -> 204: polls the tag versions now. The request carries nothing
 * else, so one that is lost or sent by mistake does no harm.
 */
export default defineEventHandler((event) => {
  requireWebhookSecret(event);
  void site().poller.pollNow();
  setResponseStatus(event, 204);
  return null;
});
