import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { sqliteBusyTimeoutMs } from '#src/database/lock-times';
import { keepPrepared, type PreparingConnection } from '#src/database/prepared-statements';

// PostgreSQL stores Strapi's datetimes without a zone, in that of the process: in one with summer time an hour of each
// autumn would be another one. Times that people read have zones of their own.
process.env.TZ = 'UTC';

/** knex would write the values of a failed statement into its error, and so into the log: words of readers. */
const compileSqlOnError = false;

interface SqliteConnection extends PreparingConnection {
  pragma(statement: string): unknown;
}

/**
 * What was acknowledged is stored: WAL alone would lower `synchronous` to NORMAL, which may lose the last commits in a
 * power cut. `secure_delete` overwrites what was deleted, because words of readers must not linger in free pages.
 */
const openSqlite = (
  connection: SqliteConnection,
  done: (error: Error | null, connection: SqliteConnection) => void,
): void => {
  try {
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('secure_delete = ON');
    connection.pragma(`busy_timeout = ${sqliteBusyTimeoutMs}`);
    keepPrepared(connection);
    done(null, connection);
  } catch (error) {
    // A damaged file: thrown here, the error would be nobody's, and whoever waits for the connection would not learn it.
    done(error instanceof Error ? error : new Error(String(error)), connection);
  }
};

const sqlite = (dataDir: string) => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return {
    client: 'sqlite' as const,
    compileSqlOnError,
    connection: { filename: path.join(dataDir, 'quiet-room.db') },
    useNullAsDefault: true,
    // One connection: SQLite has one writer anyway, and a second one would block the whole process while it waits.
    pool: { min: 1, max: 1, afterCreate: openSqlite },
    acquireConnectionTimeout: 10_000,
  };
};

const postgres = (url: string, poolMax: number) => ({
  client: 'postgres' as const,
  compileSqlOnError,
  connection: {
    connectionString: url,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 5_000,
    idle_in_transaction_session_timeout: 10_000,
  },
  pool: { min: 0, max: poolMax },
  acquireConnectionTimeout: 5_000,
});

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const url = env('DATABASE_URL', '');
  return {
    connection:
      url === '' ? sqlite(path.resolve(env('DATA_DIR', '.data'))) : postgres(url, env.int('DATABASE_POOL_MAX', 10)),
  };
};
