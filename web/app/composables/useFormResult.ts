import { setResponseHeader, setResponseStatus } from 'h3';
import type { Outcome } from '~~/server/forms/outcome';

/** When to try again while the CMS is unavailable, in seconds. */
const retryAfter = 30;

/**
 * Attributes for the message that a reader needs first after sending a form. Screen readers start there, without a script.
 *
 * @see https://design-system.service.gov.uk/components/error-summary/
 */
export const initialFocus = { tabindex: '-1', autofocus: true } as const;

/**
 * Responds with the result of a form: sets the status and `Retry-After`, or redirects.
 *
 * @returns the view of the page, or null after a redirect, and the seconds to wait before trying again
 * @throws the status of an error that the form handler did not expect
 */
export async function useFormResult<View>(
  outcome: Promise<Outcome<View>>,
): Promise<{ view: View | null; wait: number }> {
  const event = useSsrEvent();
  const nuxt = useNuxtApp();
  const result = await outcome.catch((error: unknown) => {
    const { statusCode } = error as { statusCode?: number };
    if (statusCode === undefined) throw error;
    throw createError({ status: statusCode, fatal: true });
  });
  if ('to' in result) {
    await nuxt.runWithContext(() => navigateTo(result.to, { redirectCode: result.status }));
    return { view: null, wait: 0 };
  }
  setResponseStatus(event, result.status);
  const wait = result.wait ?? (result.status === 503 ? retryAfter : 0);
  if (wait > 0) setResponseHeader(event, 'retry-after', wait);
  return { view: result.view, wait };
}
