import { errors } from '@strapi/utils';
import { commentNumber, slug } from 'shared';

/**
 * Returns the `:slug` of a path.
 *
 * @throws NotFoundError (404) without a database query when no document can have it
 */
export const slugParam = (params: Record<string, string>): string => {
  const parsed = slug.safeParse(params.slug);
  if (!parsed.success) throw new errors.NotFoundError('There is nothing at this address.');
  return parsed.data;
};

/**
 * Returns the `:number` of a path.
 *
 * @throws NotFoundError (404) without a database query when no comment can have it
 */
export const numberParam = (params: Record<string, string>): number => {
  const parsed = commentNumber.safeParse(/^[1-9]\d{0,9}$/.test(params.number ?? '') ? Number(params.number) : null);
  if (!parsed.success) throw new errors.NotFoundError('There is nothing at this address.');
  return parsed.data;
};

/**
 * Returns what was found.
 *
 * @throws NotFoundError (404) for null
 */
export const found = <T>(thing: T | null): T => {
  if (thing === null) throw new errors.NotFoundError('There is nothing at this address.');
  return thing;
};
