import { errors } from '@strapi/utils';

/** What is wrong with a field of the form (`redirects.0.path`), in words for the counsellor. */
export interface FieldError {
  field: string;
  message: string;
}

/**
 * @throws ValidationError if there are errors: the admin shows each beside its field, and all of them in its notice
 */
export const throwIfInvalid = (fieldErrors: readonly FieldError[]): void => {
  if (fieldErrors.length === 0) return;
  throw new errors.ValidationError(fieldErrors.map(({ message }) => message).join(' '), {
    errors: fieldErrors.map(({ field, message }) => ({ path: field.split('.'), message, name: 'ValidationError' })),
  });
};
