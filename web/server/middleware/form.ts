import { createError, defineEventHandler, getQuery, sendRedirect } from 'h3';
import { type FormPage, type FormPageRequest, formPages, type ShownForm } from '#server/forms/form-pages';
import { formAt } from '#server/http/path-rules';
import { asLocation } from '#server/page-cache/render';
import { errorStatus } from '#shared/error-status';

declare module 'h3' {
  interface H3EventContext {
    /** What the form of this page is to show. */
    shownForm?: { name: FormPage; shown: ShownForm };
  }
}

const noParameters = { slug: '', number: '', token: '', kind: '' };

/** Returns a parameter of the query; empty without one, and where it comes several times. */
const one = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Lets the handler of a page with a form answer before anything is rendered: after most forms there is another page to
 * go to, and nothing to show.
 */
export default defineEventHandler(async (event) => {
  const page = import.meta.prerender ? null : formAt(event.path);
  if (!page) return undefined;
  const { form, cms, forms } = event.context;
  const { reply, about, from, zone } = getQuery(event);
  const request: FormPageRequest = {
    ...noParameters,
    ...page.parameters,
    reply: one(reply),
    about: one(about),
    from: one(from),
    zone: one(zone),
    form,
    cms,
    forms,
  };
  const result = await formPages[page.name](request).catch((error: unknown) => {
    const status = errorStatus(error);
    throw status === undefined ? error : createError({ status });
  });
  if ('to' in result) return sendRedirect(event, asLocation(result.to), result.status);
  event.context.shownForm = { name: page.name, shown: result };
  return undefined;
});
