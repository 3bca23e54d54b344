import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { type Services, servicesOf } from '#src/services';
import { lockRestMs, lockTimeoutMs, sqliteBusyTimeoutMs } from './lock-times';

/** The knex transaction that is open: a raw statement that does not join it waits for it for ever on SQLite. */
type Transaction = Knex.Transaction;

/**
 * One database transaction and what work inside it needs. Everything that is read, written, queued or locked with a
 * unit of work is committed together or not at all; documents and `strapi.db` queries join it by themselves.
 */
export interface UnitOfWork {
  readonly strapi: Core.Strapi;
  readonly trx: Transaction;
  readonly services: Services;
  /** Runs after everything around it is committed, too: the admin publishes inside a transaction of its own. */
  readonly afterCommit: (work: () => void) => void;
}

/** Where rows are read: inside a transaction, or on a connection of their own. */
export type Database = Core.Strapi | UnitOfWork;

const isUnitOfWork = (database: Database): database is UnitOfWork => 'trx' in database;

/**
 * The rows of a table, typed, joined to the transaction if there is one. For what races or is scarce: conditional
 * updates, `on conflict` and row locks, which the document service does not offer.
 */
export const tableRows =
  <Row extends object>(table: string) =>
  (database: Database): Knex.QueryBuilder<Row, Row[]> => {
    const { db } = isUnitOfWork(database) ? database.strapi : database;
    const rows = db.getConnection(table) as Knex.QueryBuilder<Row, Row[]>;
    return isUnitOfWork(database) ? rows.transacting(database.trx) : rows;
  };

/** Runs a raw statement in the transaction and returns its rows: PostgreSQL wraps them, SQLite does not. */
export const selectRaw = async <Row>(
  uow: UnitOfWork,
  statement: string,
  values: readonly (string | number | Date)[],
): Promise<Row[]> => {
  const result = (await uow.trx.raw(statement, [...values])) as Row[] | { rows: Row[] };
  return Array.isArray(result) ? result : result.rows;
};

interface StrapiTransaction {
  trx: Transaction;
  onCommit: (work: () => void) => void;
}

/** Runs `work` in Strapi's transaction, joining one that is open; for reading only. */
export const inReadTransaction = async <T>(strapi: Core.Strapi, work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  await strapi.db.transaction(({ trx, onCommit }: StrapiTransaction) =>
    work({ strapi, trx, services: servicesOf(strapi), afterCommit: onCommit }),
  );

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
const claimLock = 'update cache_tags set version = version where 1 = 0';

/** The connection of better-sqlite3 that a transaction runs on. */
interface SqliteConnection {
  pragma: (statement: string, options?: { simple: true }) => unknown;
  prepare: (sql: string) => { run: () => unknown };
}

/**
 * Takes SQLite's write lock or fails at once (SQLITE_BUSY). A process that starts serves nobody, and waits as long as
 * `startPatiently` says. Every write begins like this, and knex takes ten times as long over these statements as
 * SQLite.
 */
const takeWriteLock = async ({ trx }: UnitOfWork): Promise<void> => {
  const { client } = trx as unknown as { client: { acquireConnection: () => Promise<SqliteConnection> } };
  const connection = await client.acquireConnection();
  const claim = connection.prepare(claimLock);
  if (Number(connection.pragma('busy_timeout', { simple: true })) > sqliteBusyTimeoutMs) {
    claim.run();
    return;
  }
  connection.pragma('busy_timeout = 0');
  try {
    claim.run();
  } finally {
    connection.pragma(`busy_timeout = ${sqliteBusyTimeoutMs}`);
  }
};

/**
 * Runs `work` in a transaction that may write. On SQLite it takes the write lock first: a transaction that has read may
 * not begin to write once another process has written meanwhile (SQLITE_BUSY_SNAPSHOT, returned at once whatever the
 * busy timeout is). SQLite has no queue for that lock, so beside a busy process it is requested again, without holding
 * up anybody else, before the work is refused. Nothing is retried once `work` has begun.
 */
export const inTransaction = async <T>(strapi: Core.Strapi, work: (uow: UnitOfWork) => Promise<T>): Promise<T> => {
  if (strapi.db.dialect.client !== 'sqlite') return inReadTransaction(strapi, work);
  for (const end = performance.now() + lockTimeoutMs; ; await pause(lockRestMs)) {
    let begun = false;
    try {
      return await inReadTransaction(strapi, async (uow) => {
        await takeWriteLock(uow);
        begun = true;
        return work(uow);
      });
    } catch (error) {
      if (begun || performance.now() > end || !isBusy(error)) throw error;
    }
  }
};

/**
 * Reads from one moment in time. Publishing replaces rows, so a response that is put together from several queries
 * could otherwise mix the text of one version with the topics of another.
 */
export const consistentRead = <T>(strapi: Core.Strapi, read: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  inReadTransaction(strapi, async (uow) => {
    if (strapi.db.dialect.client === 'postgres')
      await uow.trx.raw('set transaction isolation level repeatable read, read only');
    return read(uow);
  });
