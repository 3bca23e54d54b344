import { errors } from '@strapi/utils';
import { isStorageError } from '#src/database/storage-error';

/** What yup and zod throw where Strapi forgets to answer with it. */
const schemaErrors: ReadonlySet<string> = new Set(['ValidationError', 'ZodError']);

/** What the drivers and knex say of a value that no column takes. */
const isWrongValue = (error: Error): boolean =>
  /^22[0-9A-Z]{3}$/.test('code' in error ? String(error.code) : '') || /^Undefined binding/.test(error.message);

/**
 * Whether an action of Strapi has failed because a body had another form than it expects: its own actions use what was
 * sent without looking at it first.
 */
export const isUnusableBody = (error: unknown): boolean => {
  if (!(error instanceof Error) || isStorageError(error)) return false;
  if (error instanceof errors.ApplicationError || error instanceof errors.HttpError) return false;
  return (
    error instanceof TypeError || error instanceof RangeError || schemaErrors.has(error.name) || isWrongValue(error)
  );
};
