import { createHash, timingSafeEqual } from 'node:crypto';
import { createError, getRequestHeader, type H3Event } from 'h3';
import { site } from '#server/site';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Lets nobody but the CMS go on: throws a 401 unless the request bears HOOK_SECRET. */
export function requireHookSecret(event: H3Event): void {
  const shown = digest(getRequestHeader(event, 'authorization') ?? '');
  if (!timingSafeEqual(shown, digest(`Bearer ${site().settings.hookSecret}`)))
    throw createError({ statusCode: 401, statusMessage: 'Unauthorized' });
}
