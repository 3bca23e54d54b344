import { createError, defineEventHandler, setResponseStatus } from 'h3';
import { z } from 'zod';
import { readBody } from '#server/http/body';
import { site } from '#server/site';
import { requireWebhookSecret } from '#server/webhooks/require-secret';

const requestBody = z.object({ slugs: z.array(z.coerce.string()) });

function slugsIn(body: Buffer | null): string[] {
  try {
    return requestBody.parse(JSON.parse(body?.toString() ?? '')).slugs;
  } catch {
    throw createError({ statusCode: 400, statusMessage: 'Bad Request' });
  }
}

/**
 * POST /webhooks/purge-threads {slugs}, bearer WEBHOOK_SECRET -> 204 when no page with comments on these posts is
 * stored any more, in memory or on disk: what someone wrote was erased, and must not wait for the next reader to be
 * replaced.
 */
export default defineEventHandler(async (event) => {
  requireWebhookSecret(event);
  const { pages, poller } = site();
  const slugs = slugsIn(await readBody(event.node.req));
  await pages.purge(slugs.map((slug) => `thread:${slug}`));
  void poller.pollNow();
  setResponseStatus(event, 204);
  return null;
});
