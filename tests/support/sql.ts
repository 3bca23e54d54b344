import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

type Row = Record<string, unknown>;

/** Asks a database from outside the CMS, whatever its processes are doing; to be closed. */
export interface Sql {
  all: (statement: string) => Promise<Row[]>;
  close: () => Promise<void>;
}

/** The database of a CMS that runs in another process: PostgreSQL at `databaseUrl`, else the file in `dataDir`. */
export const openSql = async ({
  dataDir,
  databaseUrl,
}: {
  dataDir: string;
  databaseUrl?: string | undefined;
}): Promise<Sql> => {
  if (databaseUrl === undefined) {
    const file = new DatabaseSync(path.join(dataDir, 'quiet-room.db'), { readOnly: true, timeout: 5_000 });
    return { all: async (statement) => file.prepare(statement).all(), close: async () => file.close() };
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return { all: async (statement) => (await client.query<Row>(statement)).rows, close: () => client.end() };
};
