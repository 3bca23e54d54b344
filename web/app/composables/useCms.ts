import type { H3Event } from 'h3';
import type { Practice } from 'shared';
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
 * Returns data from the CMS, fetched once for each `key` of a rendering.
 *
 * @throws the status of the CMS (404, 503 …), so that a page without its content becomes an error page, never an empty
 * page that the cache would store
 */
export async function useCmsData<T>(key: string, fetch: (cms: Cms) => Promise<T>): Promise<T> {
  const { cms } = useSsrEvent().context;
  const { data, error } = await useAsyncData(key, async () => ({ result: await fetch(cms) }));
  if (!data.value)
    throw createError({ status: error.value?.status ?? 503, message: error.value?.message, fatal: true });
  return data.value.result;
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
