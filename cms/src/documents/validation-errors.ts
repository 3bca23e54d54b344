import { errors } from '@strapi/utils';

/** What is wrong, in words for the counsellor, and the field of the form that it belongs to (`redirects.0.path`). */
export interface FieldError {
  field: string;
  message: string;
}

/**
 * Throws a ValidationError if there are errors: the admin shows each beside its field, and all of them in its notice.
 */
export const throwIfInvalid = (fieldErrors: readonly FieldError[]): void => {
  if (fieldErrors.length === 0) return;
  throw new errors.ValidationError(fieldErrors.map(({ message }) => message).join(' '), {
    errors: fieldErrors.map(({ field, message }) => ({ path: field.split('.'), message, name: 'ValidationError' })),
  });
};
