import { z } from 'zod';
import { type FailedSave, notPublished, notSavedYet, type OpenedForm, perhapsPublished } from './opened-forms';

/** What a request of the content manager is answered with. */
export type Answer = { data: unknown; error?: undefined } | { data?: undefined; error: unknown };

/** An error of Strapi's API. */
export const apiError = z
  .object({ status: z.number(), name: z.string(), message: z.string(), details: z.unknown() })
  .partial();
const fieldErrors = z.object({ errors: z.array(z.unknown()) });

/** Returns why something is not saved yet, in a sentence. */
export const reasonOf = (error: unknown): string => {
  const { status, message } = apiError.safeParse(error).data ?? {};
  if (status === 404) return 'It was deleted in the meantime.';
  return status === undefined || !message ? 'The website’s server did not answer.' : message;
};

/** Begins the sentence about a save that failed. */
export const failureBeginning = ({ publishing }: Pick<FailedSave, 'publishing'>): string => {
  if (publishing === undefined) return notSavedYet;
  return publishing === 'refused' ? notPublished : perhapsPublished;
};

const publishingOf = (form: OpenedForm, error: unknown): Pick<FailedSave, 'publishing'> => {
  if (!form.isPublishing) return {};
  const { name } = apiError.safeParse(error).data ?? {};
  return { publishing: name === undefined || name === 'NotAnswered' ? 'unknown' : 'refused' };
};

/**
 * Returns a failure as the content manager's forms have to see it: after any other kind of error they would go back to
 * what was saved before.
 */
export const failed = (form: OpenedForm, error: unknown, base: OpenedForm['base'] = null): Answer => {
  const { details } = apiError.safeParse(error).data ?? {};
  const errors = fieldErrors.safeParse(details).data?.errors ?? [];
  const failure = { message: reasonOf(error), ...publishingOf(form, error), isMarked: errors.length > 0 };
  form.say({ kind: 'failed', ...failure });
  form.sent = null;
  form.base ??= base;
  const message = `${failureBeginning(failure)} ${failure.message}`;
  return { error: { name: 'ValidationError', status: 400, message, details: { errors } } };
};

/** Said of success when the other version was taken. */
export const otherShown = 'You see the other version now.';
/** The content manager takes this for a failure and says it in red: `mend-attributes.ts` hides it. */
export const nothingSaved = 'Nothing was saved.';
