import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

type Row = Record<string, unknown>;

/** Asks a database from outside the CMS, whatever its processes are doing; to be closed. */
export interface Sql {
  /** `$1` and so on stand for the values. */
  all: (statement: string, values?: string[]) => Promise<Row[]>;
  close: () => Promise<void>;
}

/**
 * The database of a CMS that runs in another process: PostgreSQL at `databaseUrl`, else the file in `dataDir`, which is
 * only read unless `writes` says otherwise.
 */
export const openSql = async ({
  dataDir,
  databaseUrl,
  writes = false,
}: {
  dataDir: string;
  databaseUrl?: string | undefined;
  writes?: boolean;
}): Promise<Sql> => {
  if (databaseUrl === undefined) {
    const file = new DatabaseSync(path.join(dataDir, 'quiet-room.db'), { readOnly: !writes, timeout: 5_000 });
    const all: Sql['all'] = async (statement, values = []) =>
      file.prepare(statement.replaceAll(/\$(?=\d)/g, '?')).all(...values);
    return { all, close: async () => file.close() };
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const all: Sql['all'] = async (statement, values) => (await client.query<Row>(statement, values)).rows;
  return { all, close: () => client.end() };
};
