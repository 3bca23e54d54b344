import { errors } from '@strapi/utils';
import { commentNumber, slug } from 'shared';

/** The `:slug` of an address; what could be nobody's is not found (404) without asking the database. */
export const slugParam = (params: Record<string, string>): string => {
  const parsed = slug.safeParse(params.slug);
  if (!parsed.success) throw new errors.NotFoundError('There is nothing at this address.');
  return parsed.data;
};

/** The `:number` of an address, in the same way. */
export const numberParam = (params: Record<string, string>): number => {
  const parsed = commentNumber.safeParse(/^[1-9]\d{0,9}$/.test(params.number ?? '') ? Number(params.number) : null);
  if (!parsed.success) throw new errors.NotFoundError('There is nothing at this address.');
  return parsed.data;
};

/** What was found, or a NotFoundError (404). */
export const found = <T>(thing: T | null): T => {
  if (thing === null) throw new errors.NotFoundError('There is nothing at this address.');
  return thing;
};
