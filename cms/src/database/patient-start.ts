import type { Core } from '@strapi/strapi';
import pg from 'pg';

/**
 * How long a statement waits for the write lock. That blocks the whole process, but while it starts it serves nobody.
 */
const waitAtStartMs = 30_000;

/**
 * How long a query waits for a connection, in milliseconds. A start asks for dozens at once, and on a busy machine or a
 * slow disk the last of them has to wait; a request would have been given up long before.
 */
const connectionAtStartMs = 60_000;

/** How long a statement may take, in milliseconds: an upgrade may create an index on a table with millions of rows. */
const statementAtStartMs = 60 * 60_000;

/** How long a start on PostgreSQL waits for another one that is going on, in milliseconds. */
const otherStartMs = 120_000;
/** A number of this project's own among the advisory locks of its database. */
const startLock = 7_284_901;

/** What knex knows of a transaction. */
interface Transaction {
  begin: (connection: unknown) => Promise<unknown>;
  query: (connection: unknown, statement: string) => Promise<unknown>;
}

interface Client {
  pool: { acquireTimeoutMillis: number };
  /** Of PostgreSQL, what each new connection is made with. */
  connectionSettings: pg.ClientConfig;
  acquireConnection: () => Promise<pg.Client>;
  transaction: (...args: unknown[]) => Transaction;
}

/**
 * Lets this process wait, while it starts, for other processes that write to the same SQLite file: another one that
 * starts, sends emails or imports. Strapi's own steps read before they write; SQLite refuses that at once
 * (SQLITE_BUSY) while somebody else writes, however long the timeout is. A transaction that begins as one that writes
 * waits instead.
 *
 * @returns a function for the end of the start, after which transactions begin and wait as usual
 * @see https://www.sqlite.org/lang_transaction.html
 */
const waitForSqliteLock = async (strapi: Core.Strapi, client: Client): Promise<() => Promise<void>> => {
  const { connection } = strapi.db;
  const create = client.transaction.bind(client);
  client.transaction = (...args) => {
    const transaction = create(...args);
    transaction.begin = (pooled) => transaction.query(pooled, 'BEGIN IMMEDIATE;');
    return transaction;
  };
  const [usual] = await connection.raw<{ timeout: number }[]>('pragma busy_timeout');
  await connection.raw(`pragma busy_timeout = ${waitAtStartMs}`);
  return async () => {
    client.transaction = create;
    await connection.raw(`pragma busy_timeout = ${usual?.timeout ?? 0}`);
  };
};

/**
 * Lets one process at a time start on a PostgreSQL database: two that create tables, roles and permissions at once lock
 * each other out (deadlock, 40P01). The lock belongs to a connection of its own and ends with it, also when this
 * process is killed.
 *
 * @returns a function that lets the next one start
 * @see https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
const waitForOtherStarts = async (settings: pg.ClientConfig): Promise<() => Promise<void>> => {
  const connection = new pg.Client({ ...settings, statement_timeout: otherStartMs });
  // A server that goes away meanwhile is reported by whoever needs it.
  connection.on('error', () => undefined);
  await connection.connect();
  await connection.query('select pg_advisory_lock($1)', [startLock]);
  return () => connection.end().catch(() => undefined);
};

/**
 * Lets statements of this process take as long as an upgrade of a big PostgreSQL database needs. A limit belongs to a
 * connection, and those of the start are used by requests afterwards: each gets the limit of the moment when it is
 * given out.
 *
 * @returns a function for the end of the start, after which the usual limit applies
 */
const allowLongStatements = (client: Client): (() => void) => {
  const usual = client.connectionSettings.statement_timeout;
  if (typeof usual !== 'number') return () => undefined;
  let limit = statementAtStartMs;
  const limits = new WeakMap<pg.Client, number>();
  const acquire = client.acquireConnection.bind(client);
  client.acquireConnection = async () => {
    const connection = await acquire();
    if ((limits.get(connection) ?? usual) === limit) return connection;
    await connection.query(`set statement_timeout = ${limit}`);
    limits.set(connection, limit);
    return connection;
  };
  return () => {
    limit = usual;
  };
};

/**
 * Lets this process wait longer for connections and locks, and for statements of PostgreSQL, while it starts.
 *
 * @returns a function for the end of the start, after which it waits as usual; calling it again does nothing
 */
export const startPatiently = async (strapi: Core.Strapi): Promise<() => Promise<void>> => {
  const client = strapi.db.connection.client as Client;
  const { pool, connectionSettings } = client;
  const { acquireTimeoutMillis } = pool;
  const { connectionTimeoutMillis } = connectionSettings;
  const isPostgres = strapi.db.dialect.client === 'postgres';
  pool.acquireTimeoutMillis = connectionAtStartMs;
  if (isPostgres) connectionSettings.connectionTimeoutMillis = connectionAtStartMs;
  const endLongStatements = isPostgres ? allowLongStatements(client) : () => undefined;
  const endLocks = isPostgres ? await waitForOtherStarts(connectionSettings) : await waitForSqliteLock(strapi, client);
  let isOver = false;
  return async () => {
    if (isOver) return;
    isOver = true;
    pool.acquireTimeoutMillis = acquireTimeoutMillis;
    endLongStatements();
    if (connectionTimeoutMillis !== undefined) connectionSettings.connectionTimeoutMillis = connectionTimeoutMillis;
    await endLocks();
  };
};
