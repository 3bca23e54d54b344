/** What was to be stored is not, or not for certain. It may be tried again: idempotency keys keep it from doubling. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/**
 * Codes of the drivers for a database that cannot store anything now, whatever is sent: it is full, damaged, locked,
 * read-only, too slow or not there.
 * @see https://www.sqlite.org/rescode.html
 * @see https://www.postgresql.org/docs/17/errcodes-appendix.html
 */
const codes = new RegExp(
  [
    '^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|PROTOCOL|NOMEM)(_|$)',
    // Connection, transaction state, rolled back by the server, resources, not in the right state, operator, system.
    '^(08|25|40|53|55|57|58)[0-9A-Z]{3}$',
    '^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN|NOTFOUND)$',
  ].join('|'),
);

/** What pg and knex say without a code, also of a connection or transaction that ended under a query. */
const messages = new RegExp(
  [
    '^Connection terminated',
    '^timeout expired',
    '^timeout exceeded when trying to connect',
    '^Client (has encountered|was closed)',
    '^Query read timeout',
    '^Transaction query already complete',
    '^Unable to acquire',
  ].join('|'),
);

/** Whether the database failed and not what was asked of it. */
export const isStorageError = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof StorageError || error.name === 'KnexTimeoutError') return true;
  return codes.test('code' in error ? String(error.code) : '') || messages.test(error.message);
};

/** Whether an error of a query says that the SQLite file is damaged, or is no database. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(?:CORRUPT|NOTADB)/.test(String(error.code));
