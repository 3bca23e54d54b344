import { createError, type H3Error } from 'h3';

/** What a page may be told by the CMS: not valid, not there, taken or sent twice, too often. All else means that it can't be asked. */
const passedOn = new Map([
  [400, 'That address is not one of ours.'],
  [404, 'There is nothing at this address.'],
  [409, 'That has been taken, or has been sent before.'],
  [429, 'Too many requests. Please wait a minute.'],
]);

/** The error that a page throws for a status of the CMS: 400, 404, 409 and 429 as they are, everything else 503. No words of the CMS go on. */
export function cmsError(status: number): H3Error {
  const message = passedOn.get(status);
  return message
    ? createError({ statusCode: status, statusMessage: message, message })
    : createError({ statusCode: 503, statusMessage: 'Service Unavailable', message: 'The site can’t reach its content at the moment.' });
}
