import type { Core } from '@strapi/strapi';
import { settingsOf } from '#src/settings';

const timeoutMs = 1_000;

/**
 * Returns a function that tells the site that something changed, so that it reads the tag versions now and not within
 * the second. It may be called as often as one likes: one request is in flight at a time, and at most one more follows.
 * A lost request costs a second, no more.
 */
export const createNotifySite = (strapi: Core.Strapi): (() => void) => {
  const { siteInternalUrl, webhookSecret } = settingsOf(strapi);
  let inFlight = false;
  let again = false;

  const callWebhook = async (): Promise<void> => {
    try {
      const response = await fetch(new URL('/webhooks/content-changed', siteInternalUrl), {
        method: 'POST',
        headers: { authorization: `Bearer ${webhookSecret}` },
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
      if (!response.ok) strapi.log.debug(`webhook content-changed: status ${response.status}`);
    } catch {
      strapi.log.debug('webhook content-changed: site not reached');
    }
  };

  const notify = async (): Promise<void> => {
    inFlight = true;
    do {
      again = false;
      await callWebhook();
    } while (again);
    inFlight = false;
  };

  return () => {
    again = true;
    if (webhookSecret !== '' && !inFlight) void notify();
  };
};
