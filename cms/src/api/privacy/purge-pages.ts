import type { Core } from '@strapi/strapi';
import { settingsOf } from '#src/settings';

const patience = 5_000;

/**
 * Asks the site to drop every page that it has kept of these posts' threads, in memory and on disk, instead of keeping the old
 * one until somebody asks for it. False when the site could not be asked.
 */
export const forgetPages = async (strapi: Core.Strapi, slugs: readonly string[]): Promise<boolean> => {
  const { siteInternalUrl, webhookSecret } = settingsOf(strapi);
  if (webhookSecret === '') return false;
  try {
    const answer = await fetch(new URL('/webhooks/purge-threads', siteInternalUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${webhookSecret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ slugs }),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    });
    return answer.status === 204;
  } catch {
    return false;
  }
};
