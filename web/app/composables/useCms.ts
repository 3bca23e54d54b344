import type { H3Event } from 'h3';
import type { Practice } from 'shared';
import type { Cms } from '~~/server/cms/client';
// Brings the types of `event.context` along.
import type {} from '~~/server/middleware/cms';

/** The request that this page is rendered for. Pages never run in a browser, so there always is one. */
export function useReading(): H3Event {
  const event = useRequestEvent();
  if (!event) throw createError({ status: 500, message: 'Pages are only rendered on the server.' });
  return event;
}

/**
 * Asks the CMS once for each `key` of a rendering. What it can't give (404, 503 …) is thrown, so that a page without its
 * content is an error page and never an empty one that a cache would keep.
 */
export async function useFromCms<T>(key: string, ask: (cms: Cms) => Promise<T>): Promise<T> {
  const { cms } = useReading().context;
  const { data, error } = await useAsyncData(key, () => ask(cms));
  if (error.value) throw createError({ status: error.value.status ?? 503, message: error.value.message, fatal: true });
  return data.value as T;
}

/** The practice; throws 503 when it can't be asked for. */
export const usePractice = (): Promise<Practice> => useFromCms('practice', (cms) => cms.practice());

/**
 * The practice, or null when it can't be asked for: for the pages that must always be there. The CMS client tells the
 * page cache of the answer that it owed, so a page that did without it is kept for a moment only.
 */
export const usePracticeIfKnown = (): Promise<Practice | null> => usePractice().catch(() => null);
