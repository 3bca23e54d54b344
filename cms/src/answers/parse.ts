import { errors } from '@strapi/utils';
import { z } from 'zod';

const sentenceFor = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys'
    ? `This address does not take ${issue.keys.map((key) => `“${key}”`).join(', ')}.`
    : `“${issue.path.join('.')}” is missing or is not what this address takes.`;

/** What the contract's schema makes of a query; throws a ValidationError (400) that names each parameter that is wrong. */
export const parseQuery = <T extends z.ZodType>(schema: T, query: unknown): z.output<T> => {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new errors.ValidationError(parsed.error.issues.map(sentenceFor).join(' '));
};

/** For addresses that take nothing. */
export const noQuery = z.strictObject({});
