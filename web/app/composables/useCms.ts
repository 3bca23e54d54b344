import type { H3Event } from 'h3';
import type { Practice } from 'shared';
import { errorStatus } from '#shared/error-status';
import type { Cms } from '~~/server/cms/client';
// Adds the types of `event.context`.
import type {} from '~~/server/middleware/cms';

/**
 * Returns the request that this page is rendered for.
 *
 * @throws 500 in a browser, where pages never run
 */
export function useSsrEvent(): H3Event {
  const event = useRequestEvent();
  if (!event) throw createError({ status: 500, message: 'Pages are only rendered on the server.' });
  return event;
}

/**
 * Returns data from the CMS, fetched once for each `key` of a rendering. Without Nuxt's `useAsyncData`: what that keeps
 * is for the browser, and costs more than the rest of a page's setup.
 *
 * @throws the status of the CMS (404, 503 …), so that a page without its content becomes an error page, never an empty
 * page that the cache would store
 */
export async function useCmsData<T>(key: string, fetch: (cms: Cms) => Promise<T>): Promise<T> {
  const { context } = useSsrEvent();
  const fetched = (context.fetched ??= new Map<string, Promise<unknown>>());
  const fetching = (fetched.get(key) as Promise<T> | undefined) ?? fetch(context.cms);
  fetched.set(key, fetching);
  try {
    return await fetching;
  } catch (error) {
    const message = error instanceof Error ? error.message : undefined;
    throw createError({ status: errorStatus(error) ?? 503, message, fatal: true });
  }
}

/**
 * Returns the practice.
 *
 * @throws 503 while the CMS is unavailable
 */
export const usePractice = (): Promise<Practice> => useCmsData('practice', (cms) => cms.practice());

/**
 * Returns the practice, or null while the CMS is unavailable: for pages that must always work. The CMS client reports
 * the missing response to the page cache, which then stores the page for a moment only.
 */
export const usePracticeOrNull = (): Promise<Practice | null> => usePractice().catch(() => null);
