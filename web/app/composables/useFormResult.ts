import { setResponseHeader, setResponseStatus } from 'h3';
import type { FormPage, ShownForm } from '~~/server/forms/form-pages';
// Adds the type of `event.context.shownForm`.
import type {} from '~~/server/middleware/form';

/** When to try again while the CMS is unavailable, in seconds. */
const retryAfter = 30;

/**
 * Attributes for the message that a reader needs first after sending a form. Screen readers start there, without a
 * script.
 *
 * @see https://design-system.service.gov.uk/components/error-summary/
 */
export const initialFocus = { tabindex: '-1', autofocus: true } as const;

/**
 * Returns what the handler of this page has to show, and responds with its status and `Retry-After`.
 *
 * @param name the handler, as the page declares it
 * @returns the view of the page, and the seconds to wait before trying again
 */
export function useFormResult<Page extends FormPage>(name: Page): { view: ShownForm<Page>['view']; wait: number } {
  const event = useSsrEvent();
  const { shownForm } = event.context;
  if (shownForm?.name !== name) throw createError({ status: 500, message: 'This page is of another form.' });
  const shown = shownForm.shown as ShownForm<Page>;
  setResponseStatus(event, shown.status);
  const wait = shown.retryAfter ?? (shown.status === 503 ? retryAfter : 0);
  if (wait > 0) setResponseHeader(event, 'retry-after', wait);
  return { view: shown.view, wait };
}
