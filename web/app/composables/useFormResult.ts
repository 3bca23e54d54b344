import { type H3EventContext, setResponseHeader, setResponseStatus } from 'h3';
import { errorStatus } from '#shared/error-status';
import type { FormResult } from '~~/server/forms/define-form';

/** When to try again while the CMS is unavailable, in seconds. */
const retryAfter = 30;

/**
 * Attributes for the message that a reader needs first after sending a form. Screen readers start there, without a
 * script.
 *
 * @see https://design-system.service.gov.uk/components/error-summary/
 */
export const initialFocus = { tabindex: '-1', autofocus: true } as const;

/** What a form handler gets of the event, beside the parameters of its page. */
type FormContext = Pick<H3EventContext, 'cms' | 'forms'> & { form: H3EventContext['form'] };

/**
 * Handles a request for a page with a form and responds with the result: sets the status and `Retry-After`, or
 * redirects.
 *
 * @param params the parameters of the page that the handler needs
 * @returns the view of the page, or null after a redirect, and the seconds to wait before trying again
 * @throws the status of an error that the form handler did not expect
 */
export async function useFormResult<Params extends object, View>(
  handler: (request: Params & FormContext) => Promise<FormResult<View>>,
  params: Params,
): Promise<{ view: View | null; wait: number }> {
  const event = useSsrEvent();
  const nuxt = useNuxtApp();
  const { form, cms, forms } = event.context;
  const result = await handler({ ...params, form, cms, forms }).catch((error: unknown) => {
    const status = errorStatus(error);
    if (status === undefined) throw error;
    throw createError({ status, fatal: true });
  });
  if ('to' in result) {
    await nuxt.runWithContext(() => navigateTo(result.to, { redirectCode: result.status }));
    return { view: null, wait: 0 };
  }
  setResponseStatus(event, result.status);
  const wait = result.retryAfter ?? (result.status === 503 ? retryAfter : 0);
  if (wait > 0) setResponseHeader(event, 'retry-after', wait);
  return { view: result.view, wait };
}
