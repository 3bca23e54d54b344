import { createError, defineEventHandler, setResponseStatus } from 'h3';
import { bodyOf } from '#server/http/body';
import { site } from '#server/site';
import { requireHookSecret } from '#server/webhooks/require-secret';

const slugsIn = (body: Buffer | null): string[] => {
  try {
    const { slugs } = JSON.parse(body?.toString() ?? '') as { slugs?: unknown };
    if (Array.isArray(slugs)) return slugs.map(String);
  } catch {
    // The same answer as for what is JSON, but not this.
  }
  throw createError({ statusCode: 400, statusMessage: 'Bad Request' });
};

/**
 * POST /hooks/forget-threads {slugs}, bearer HOOK_SECRET -> 204 when no page with these posts' comments is kept any more, in
 * memory or on disk: somebody's words were erased, and must not wait for the next reader to be replaced.
 */
export default defineEventHandler(async (event) => {
  requireHookSecret(event);
  const { pages, watcher } = site();
  const slugs = slugsIn(await bodyOf(event.node.req));
  await pages.forget(slugs.map((slug) => `thread:${slug}`));
  void watcher.askNow();
  setResponseStatus(event, 204);
  return null;
});
