import { createError, type H3Error } from 'h3';

/** What a page may be told by the CMS: not valid, not there, taken or sent twice, not to be made, too often. All else means that it can't be asked. */
const passedOn = {
  400: 'That address is not one of ours.',
  404: 'There is nothing at this address.',
  409: 'That has been taken, or has been sent before.',
  422: 'That is not to be made from what was given.',
  429: 'Too many requests. Please wait a minute.',
} as const;

export type RefusedStatus = keyof typeof passedOn | 503;

const isPassedOn = (status: number): status is keyof typeof passedOn => status in passedOn;

/** A refusal of the CMS as readers are told it: 400, 404, 409, 422 and 429 as they are, everything else 503. */
export const cmsStatus = (status: number): RefusedStatus => (isPassedOn(status) ? status : 503);

/** The error that a page throws for a status of the CMS. No words of the CMS go on. */
export function cmsError(status: number): H3Error {
  const told = cmsStatus(status);
  return told === 503
    ? createError({
        statusCode: 503,
        statusMessage: 'Service Unavailable',
        message: 'The site can’t reach its content at the moment.',
      })
    : createError({ statusCode: told, statusMessage: passedOn[told], message: passedOn[told] });
}
