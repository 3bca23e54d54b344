import { isStorageError } from '#src/database/storage-error';
import { describeError } from '#src/text/describe-error';

/** How often the same failure of the database is logged, in milliseconds. */
const repeatMs = 60_000;

interface Log {
  error: (message: string, error: unknown) => unknown;
}

const saidBy = new WeakMap<Log, Map<string, number>>();

/**
 * Logs an error; of a database that can't read or store anything now, each kind of failure once a minute: everything
 * fails with it then, and hundreds of lines would hide the first. Returns whether it was logged.
 *
 * @param now milliseconds of a clock that is not set back
 */
export const logFailure = (log: Log, message: string, error: unknown, now = performance.now()): boolean => {
  if (isStorageError(error)) {
    const said = saidBy.get(log) ?? new Map<string, number>();
    const kind = `${message} ${describeError(error)}`;
    if (now - (said.get(kind) ?? -Infinity) < repeatMs) return false;
    saidBy.set(log, said.set(kind, now));
  }
  log.error(message, error);
  return true;
};
