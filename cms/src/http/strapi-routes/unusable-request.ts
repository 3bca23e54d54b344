import { errors } from '@strapi/utils';
import { isStorageError } from '#src/database/storage-error';

/** What yup and zod throw where Strapi forgets to answer with it. */
const schemaErrors: ReadonlySet<string> = new Set(['ValidationError', 'ZodError']);

/** What the drivers and knex say of a value that no column takes. */
const isWrongValue = (error: Error): boolean =>
  /^22[0-9A-Z]{3}$/.test('code' in error ? String(error.code) : '') || /^Undefined binding/.test(error.message);

/** Where a request says something by which an action can fail. */
interface Said {
  body: boolean;
  query: boolean;
  params: boolean;
}

/**
 * Whether an action of Strapi has failed because a request had another form than it expects: its own actions use what
 * was sent without looking at it first. Of a query, any failure is taken for that: Strapi and knex throw plain errors
 * for what they can't make a statement of, and PostgreSQL one of many codes.
 */
export const isUnusable = (error: unknown, { body, query, params }: Said): boolean => {
  if (!(error instanceof Error) || isStorageError(error)) return false;
  // Answers that were meant: Strapi's, and those of Koa.
  if (error instanceof errors.ApplicationError || error instanceof errors.HttpError || 'status' in error) return false;
  if (query) return true;
  const isWrongForm = error instanceof TypeError || error instanceof RangeError || schemaErrors.has(error.name);
  return (body || params) && (isWrongForm || isWrongValue(error));
};
