import { createHash, timingSafeEqual } from 'node:crypto';
import { createError, getRequestHeader, type H3Event } from 'h3';
import { site } from '#server/site';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/**
 * Accepts only requests of the CMS, which bear WEBHOOK_SECRET.
 * @throws 401
 */
export function requireWebhookSecret(event: H3Event): void {
  const given = sha256(getRequestHeader(event, 'authorization') ?? '');
  if (!timingSafeEqual(given, sha256(`Bearer ${site().settings.webhookSecret}`)))
    throw createError({ statusCode: 401, statusMessage: 'Unauthorized' });
}
