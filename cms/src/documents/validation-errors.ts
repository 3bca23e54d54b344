import { errors } from '@strapi/utils';

/** What is wrong, in words for the counsellor, and the field of the form that it belongs to (`oldAddresses.0.path`). */
export interface Problem {
  field: string;
  message: string;
}

/**
 * Throws a ValidationError if there are problems: the admin shows each beside its field, and all of them in its notice.
 */
export const refuse = (problems: readonly Problem[]): void => {
  if (problems.length === 0) return;
  throw new errors.ValidationError(problems.map(({ message }) => message).join(' '), {
    errors: problems.map(({ field, message }) => ({ path: field.split('.'), message, name: 'ValidationError' })),
  });
};
