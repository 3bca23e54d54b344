import { errors } from '@strapi/utils';
import { slug } from 'shared';

/** The `:slug` of an address; what could be nobody's is not found (404) without asking the database. */
export const slugParam = (params: Record<string, string>): string => {
  const parsed = slug.safeParse(params.slug);
  if (!parsed.success) throw new errors.NotFoundError('There is nothing at this address.');
  return parsed.data;
};

/** What was found, or a NotFoundError (404). */
export const found = <T>(thing: T | null): T => {
  if (thing === null) throw new errors.NotFoundError('There is nothing at this address.');
  return thing;
};
