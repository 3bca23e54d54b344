import { setResponseHeader, setResponseStatus } from 'h3';
import type { Outcome } from '~~/server/forms/outcome';

/** When to come back to a form that can't be taken now, in seconds. */
const soon = 30;

/**
 * Answers with what came of a form: the view of its page with the right status, and how many seconds its reader should wait; the
 * view is null when the reader is sent on to another page.
 */
export async function useOutcome<View>(outcome: Promise<Outcome<View>>): Promise<{ view: View | null; wait: number }> {
  const event = useReading();
  const nuxt = useNuxtApp();
  const came = await outcome.catch((problem: unknown) => {
    const { statusCode } = problem as { statusCode?: number };
    if (statusCode === undefined) throw problem;
    throw createError({ status: statusCode, fatal: true });
  });
  if ('to' in came) {
    await nuxt.runWithContext(() => navigateTo(came.to, { redirectCode: came.status }));
    return { view: null, wait: 0 };
  }
  setResponseStatus(event, came.status);
  const wait = came.wait ?? (came.status === 503 ? soon : 0);
  if (wait > 0) setResponseHeader(event, 'retry-after', wait);
  return { view: came.view, wait };
}
