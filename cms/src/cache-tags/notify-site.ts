import type { Core } from '@strapi/strapi';
import { settingsOf } from '#src/settings';

const patience = 1_000;

/**
 * Tells the site that something changed, so that it asks for the revisions now and not within the second. May be called
 * as often as one likes: one call is under way at a time, at most one more follows. A lost call costs a second, no more.
 */
export const createTellSite = (strapi: Core.Strapi): (() => void) => {
  const { siteInternalUrl, hookSecret } = settingsOf(strapi);
  let underWay = false;
  let again = false;

  const call = async (): Promise<void> => {
    try {
      const answer = await fetch(new URL('/webhooks/content-changed', siteInternalUrl), {
        method: 'POST',
        headers: { authorization: `Bearer ${hookSecret}` },
        signal: AbortSignal.timeout(patience),
        redirect: 'error',
      });
      if (!answer.ok) strapi.log.debug(`site, content-changed: answered ${answer.status}`);
    } catch {
      strapi.log.debug('site, content-changed: not reached');
    }
  };

  const tell = async (): Promise<void> => {
    underWay = true;
    do {
      again = false;
      await call();
    } while (again);
    underWay = false;
  };

  return () => {
    again = true;
    if (hookSecret !== '' && !underWay) void tell();
  };
};
