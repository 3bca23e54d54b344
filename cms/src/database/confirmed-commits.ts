import type { Core } from '@strapi/strapi';
import type { DatabaseFile } from './database-file';
import { StorageError } from './storage-error';

/** A connection of knex's pool. Only those of better-sqlite3 have `inTransaction`. */
interface PooledConnection {
  readonly inTransaction?: boolean;
  exec?: (statement: string) => unknown;
  /** Tells the pool not to hand the connection out again. */
  __knex__disposed?: unknown;
}

/** What knex returns for a transaction without a container. */
interface Transactor {
  commit: (value?: unknown) => Promise<void>;
  executionPromise: Promise<unknown>;
}

type Query = (connection: PooledConnection, statement: string | { readonly sql: string }) => Promise<unknown>;

/** What knex knows of a transaction; `trxClient` is there once it has begun. */
interface Transaction {
  on: (event: 'query', listener: (query: { sql: string }) => void) => unknown;
  commit: (connection: PooledConnection, value?: unknown) => Promise<void>;
  trxClient: { query: Query };
}

/** Of knex, what a transaction comes from. */
interface Knex {
  context: { transaction: (container?: unknown, config?: unknown) => Promise<Transactor> };
  client: { transaction: (...args: unknown[]) => Transaction; query: Query };
}

/** Whether a statement may change something; BEGIN, COMMIT and the like do not count. */
const mayWrite = (sql: string): boolean =>
  !/^\s*(?:select|pragma|explain|begin|commit|rollback|savepoint|release|set)\b/i.test(sql) &&
  !(/^\s*with\b/i.test(sql) && !/\b(?:insert|update|delete)\b/i.test(sql));

/**
 * Makes a connection usable again whose COMMIT has failed, or gives it up. On SQLite the transaction is still open, and
 * every later write would fail; on PostgreSQL it has ended, perhaps with the connection.
 */
const restore = (connection: PooledConnection, failure: unknown): void => {
  if (connection.inTransaction === true) {
    try {
      connection.exec?.('ROLLBACK');
      return;
    } catch {
      // Given up below.
    }
  }
  connection.__knex__disposed = failure;
};

/**
 * Restores a connection before the pool gets it back, whoever began the transaction. What was written is only committed,
 * and only confirmed, while the database file is in its place.
 */
const restoreAfterFailedCommit = ({ client }: Knex, file: DatabaseFile | null): void => {
  const begin = client.transaction.bind(client);
  client.transaction = (...args) => {
    const transaction = begin(...args);
    let wrote = false;
    transaction.on('query', ({ sql }) => (wrote ||= mayWrite(sql)));
    const commit = transaction.commit.bind(transaction);
    transaction.commit = (connection, value) => {
      const { trxClient } = transaction;
      const query = trxClient.query.bind(trxClient);
      trxClient.query = async (queried, statement) => {
        let result: unknown;
        try {
          if (wrote) file?.requireInPlace();
          result = await query(queried, statement);
        } catch (error) {
          restore(connection, error);
          throw error;
        }
        // The connection stays: it holds the only file that has this.
        if (wrote) file?.requireInPlace();
        return result;
      };
      return commit(connection, value);
    };
    return transaction;
  };
};

/** Lets a statement that commits by itself fail unless the database file is in its place. */
const rejectLostStatements = ({ client }: Knex, file: DatabaseFile): void => {
  const query = client.query.bind(client);
  client.query = async (connection, statement) => {
    const sql = typeof statement === 'string' ? statement : statement.sql;
    if (!mayWrite(sql)) return query(connection, statement);
    file.requireInPlace();
    const result = await query(connection, statement);
    file.requireInPlace();
    return result;
  };
};

/** Lets `commit()` reject when COMMIT fails. With a container, knex itself waits for `executionPromise`. */
const rejectFailedCommit = ({ context }: Knex): void => {
  const begin = context.transaction.bind(context);
  const beginConfirmed = async (config: unknown): Promise<Transactor> => {
    const transactor = await begin(undefined, config);
    const commit = transactor.commit.bind(transactor);
    transactor.commit = async (value) => {
      await commit(value);
      await transactor.executionPromise.catch((error: unknown) => {
        throw new StorageError('The database did not confirm a COMMIT.', { cause: error });
      });
    };
    return transactor;
  };
  context.transaction = (container, config) =>
    container === undefined ? beginConfirmed(config) : begin(container, config);
};

/**
 * Lets a transaction succeed only when the database has confirmed its COMMIT. knex's `commit()` resolves even when
 * COMMIT fails, and only `executionPromise` rejects; Strapi awaits the former, answers "saved" and runs what waits for
 * the commit. Everything that writes begins its transaction here: the features, the document service, the content
 * manager and uploads. On SQLite, it must also be in the file that the path names.
 */
export const confirmCommits = (strapi: Core.Strapi, file: DatabaseFile | null): void => {
  const knex = strapi.db.connection as unknown as Knex;
  restoreAfterFailedCommit(knex, file);
  rejectFailedCommit(knex);
  if (file !== null) rejectLostStatements(knex, file);
};
