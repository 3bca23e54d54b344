import { errors } from '@strapi/utils';
import {
  callErrorCodes,
  commentErrorCodes,
  commentNumber,
  enquiryErrorCodes,
  registrationErrorCodes,
  slug,
} from 'shared';
import { z } from 'zod';
import { TryLaterError } from './errors';

const sentenceFor = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys'
    ? `This address does not accept ${issue.keys.map((key) => `“${key}”`).join(', ')}.`
    : `“${issue.path.join('.')}” is missing or not valid.`;

/**
 * Returns what a contract's schema makes of a query.
 *
 * @throws ValidationError (400) that names each wrong parameter
 */
export const parseQuery = <T extends z.ZodType>(schema: T, query: unknown): z.output<T> => {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new errors.ValidationError(parsed.error.issues.map(sentenceFor).join(' '));
};

const problems: readonly string[] = [
  ...commentErrorCodes,
  ...registrationErrorCodes,
  ...enquiryErrorCodes,
  ...callErrorCodes,
];

/** The schema of endpoints without parameters. */
export const noQuery = z.strictObject({});

/**
 * Returns what a contract's schema makes of a body. What was typed is never repeated in an error.
 *
 * @throws ValidationError (400); `details.issues` has the path and the contract's error code of each wrong field
 */
export const parseBody = <T extends z.ZodType>(schema: T, body: unknown): z.output<T> => {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message, code }) => ({
    path,
    code: problems.includes(message) ? message : code,
  }));
  throw new errors.ValidationError('Something in this form is missing or not valid.', { issues });
};

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

/** Runs `respond`; where it is refused until later, the response says when (`Retry-After`, RFC 9110, 10.2.3). */
export const withRetryAfter = async (ctx: RequestContext, respond: () => Promise<void>): Promise<void> => {
  try {
    await respond();
  } catch (error) {
    if (error instanceof TryLaterError) ctx.set('Retry-After', String(error.retryAfterSeconds));
    throw error;
  }
};

/** The part of a Koa context that the controllers of the content API use. */
export interface RequestContext {
  params: Record<string, string>;
  query: unknown;
  request: { body?: unknown };
  status: number;
  body: unknown;
  set: (header: string, value: string) => void;
}
