import type { H3Error } from 'h3';
import { log } from '#server/log';

/**
 * Writes down what nobody expected, and takes from the error what would make Nitro log it once more with the whole address: on a
 * private link that is a secret. Nothing of what went wrong inside is left for the page that tells of it.
 */
export function withoutAddress(problem: H3Error): H3Error {
  if (problem.unhandled) {
    const reason = problem.cause instanceof Error ? problem.cause : problem;
    log.error(`A page failed: ${reason.stack ?? reason.message}`);
    problem.message = 'Server Error';
    problem.data = undefined;
  }
  problem.unhandled = false;
  problem.fatal = false;
  return problem;
}
