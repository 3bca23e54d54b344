import type { H3Error } from 'h3';
import { describeError, log } from '#server/log';

/**
 * Logs an unexpected error and returns it in a form that Nitro does not log again: its own line would contain the whole
 * URL, which is a secret on a private link. Nothing of the cause is left for the error page either.
 */
export function sanitiseError(error: H3Error, requestId: string | undefined): H3Error {
  if (error.unhandled) {
    log.error('A page failed.', { requestId, ...describeError(error.cause ?? error) });
    error.message = 'Server Error';
    error.data = undefined;
  }
  error.unhandled = false;
  error.fatal = false;
  return error;
}
