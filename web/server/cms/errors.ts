import { createError, type H3Error } from 'h3';
import type { z } from 'zod';
import { codesOf, reasonOf } from '#server/failure-reason';

/** The CMS answers, but with a status that says that it can't do what was asked. */
export class CmsStatusError extends Error {
  override readonly name = 'CmsStatusError';
  constructor(readonly status: number) {
    super(`The CMS returned status ${status}.`);
  }
}

/** The statuses of the CMS that a page may see, with their messages. All others mean that the CMS is unavailable. */
const messages = {
  400: 'That address is not valid.',
  404: 'There is nothing at this address.',
  409: 'That conflicts with what is stored.',
  422: 'That cannot be processed.',
  429: 'Too many requests. Please wait a minute.',
} as const;

export type RefusedStatus = keyof typeof messages | 503;

const isPassedOn = (status: number): status is keyof typeof messages => status in messages;

/**
 * Returns the status that readers see for a status of the CMS: 400, 404, 409, 422 and 429 as they are, 503 for all
 * others.
 */
export const cmsStatus = (status: number): RefusedStatus => (isPassedOn(status) ? status : 503);

/** Returns the error that a page throws for a status of the CMS. It contains no message of the CMS. */
export function cmsError(status: number): H3Error {
  const passedOn = cmsStatus(status);
  return passedOn === 503
    ? createError({
        statusCode: 503,
        statusMessage: 'Service Unavailable',
        message: 'The site’s content is not available at the moment.',
      })
    : createError({ statusCode: passedOn, statusMessage: messages[passedOn], message: messages[passedOn] });
}

/** Returns where a response breaks the contract, for the log: field names only, and the first five. */
export const issuePaths = ({ issues }: z.ZodError): string =>
  issues
    .map(({ path }) => path.join('.'))
    .slice(0, 5)
    .join(', ');

/**
 * Returns why there is no response, for the log: what the transport says itself, or the code of what failed below it.
 */
export const whyNoResponse = (error: unknown): string =>
  error instanceof Error && error.name === 'Error' && codesOf(error).length === 0 ? error.message : reasonOf(error);
