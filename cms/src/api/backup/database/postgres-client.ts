import { Client, escapeIdentifier } from 'pg';
import { CommandError } from '#src/cli/run-command';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Connects, runs `work` and disconnects. No statement timeout: a large table may take its time.
 * @throws CommandError when the database can't be reached
 */
export const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'backup' });
  try {
    await client.connect();
  } catch (error) {
    throw new CommandError(`The database can’t be reached: ${reasonOf(error)}`, { cause: error });
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/**
 * Ends a connection at once, for a transaction that can't go on: a COPY whose rows nobody takes any more lets no other
 * statement pass, not even a rollback. The server rolls back.
 */
export const cutOff = (client: Client): void => {
  // What was cut off on purpose need not be told.
  client.on('error', () => undefined);
  client.connection.stream.destroy();
};

/** Runs `work` between `begin` and a commit, or rolls back what it did. */
export const inTransaction = async <T>(client: Client, begin: string, work: () => Promise<T>): Promise<T> => {
  await client.query(begin);
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
};

/** Returns the tables of a schema, without those of extensions. */
export const tablesIn = async (client: Client, schema: string): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p')
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by c.relname`,
    [schema],
  );
  return rows.map(({ name }) => name);
};

export const currentSchema = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ schema: string }>('select current_schema() as schema');
  return rows[0]?.schema ?? 'public';
};

/** Returns the columns of a table that can be written. */
export const columnsOf = async (client: Client, table: string): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
};

export const listOf = (names: readonly string[]): string => names.map(escapeIdentifier).join(', ');

/** Returns how many rows each table has. */
export const countRows = async (client: Client): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const name of await tablesIn(client, await currentSchema(client))) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${escapeIdentifier(name)}`);
    counts[name] = Number(rows[0]?.n ?? 0);
  }
  return counts;
};
