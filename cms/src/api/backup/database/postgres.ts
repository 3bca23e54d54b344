import { type Client, escapeIdentifier } from 'pg';
import { CommandError } from '#src/cli/run-command';
import { countRows, currentSchema, inTransaction, listOf, tablesIn, withClient } from './postgres-client';
import { type CopiedRows, copyDatabase, loadRows } from './postgres-rows';
import type { SiteDatabase } from './site-database';

/** Where the tables of the present site are while those of a backup take their place. */
const asideSchema = 'quiet_room_before_restore';

const otherConnections = (url: string): Promise<string | null> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    const n = rows[0]?.n ?? 0;
    if (n === 0) return null;
    return n === 1 ? 'another connection to its database is open' : `${n} other connections to its database are open`;
  });

/** Moves all tables of a schema, with their indexes, constraints, triggers and sequences. */
const moveTables = async (client: Client, from: string, to: string): Promise<void> => {
  for (const name of await tablesIn(client, from))
    await client.query(
      `alter table ${escapeIdentifier(from)}.${escapeIdentifier(name)} set schema ${escapeIdentifier(to)}`,
    );
};

const hasAside = async (client: Client): Promise<boolean> =>
  (await client.query('select 1 from pg_namespace where nspname = $1', [asideSchema])).rows.length > 0;

const dropTables = async (client: Client, schema: string): Promise<void> => {
  const names = await tablesIn(client, schema);
  if (names.length > 0) await client.query(`drop table ${listOf(names)} cascade`);
};

/** A PostgreSQL database, and how a copy takes the place of what is in it. */
export interface PostgresDatabase extends SiteDatabase {
  readonly client: 'postgres';
  /** Moves the tables of the present site out of the way, so that the CMS can create new ones. */
  setAside: () => Promise<void>;
  /** Drops whatever has taken their place, and moves them back; does nothing if none are aside. */
  putBack: () => Promise<void>;
  /** Deletes the tables that were moved out of the way. */
  dropAside: () => Promise<void>;
  /**
   * Loads a copy into the tables that the CMS has created.
   * @param folder where the archive was extracted to
   * @throws CommandError when this version has no place for some of it
   */
  load: (copied: CopiedRows, folder: string) => Promise<void>;
}

const setAside = (url: string): Promise<void> =>
  withClient(url, (client) =>
    inTransaction(client, 'begin', async () => {
      await client.query(`create schema ${asideSchema}`);
      await moveTables(client, await currentSchema(client), asideSchema);
    }),
  );

const putBack = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    if (!(await hasAside(client))) return;
    await inTransaction(client, 'begin', async () => {
      const schema = await currentSchema(client);
      await dropTables(client, schema);
      await moveTables(client, asideSchema, schema);
      await client.query(`drop schema ${asideSchema}`);
    });
  });

export const postgresDatabase = (url: string): PostgresDatabase => ({
  client: 'postgres',
  copyInto: (folder) => copyDatabase(url, folder),
  size: () =>
    withClient(url, async (client) => {
      const { rows } = await client.query<{ size: string }>('select pg_database_size(current_database()) as size');
      return Number(rows[0]?.size ?? 0);
    }),
  exists: () => withClient(url, async (client) => (await tablesIn(client, await currentSchema(client))).length > 0),
  inUseBy: () => otherConnections(url),
  setAside: () => setAside(url),
  putBack: () => putBack(url),
  dropAside: () =>
    withClient(url, async (client) => {
      await client.query(`drop schema if exists ${asideSchema} cascade`);
    }),
  load: (copied, folder) => loadRows(url, copied, folder),
  countRows: () => withClient(url, countRows),
});

/**
 * Creates an empty database beside a site's, runs `work` and drops it.
 * @throws CommandError when the account may not create databases
 */
export const withScratchDatabase = async <T>(
  url: string,
  work: (scratchUrl: string, database: PostgresDatabase) => Promise<T>,
): Promise<T> => {
  const name = `quiet_room_rehearsal_${process.pid}_${Date.now()}`;
  await withClient(url, (client) => client.query(`create database ${name} template template0`)).catch(
    (error: unknown) => {
      if (error instanceof CommandError) throw error;
      throw new CommandError(
        'A rehearsal needs a database of its own, and the account in DATABASE_URL may not create one: allow it (alter role … createdb).',
        { cause: error },
      );
    },
  );
  try {
    const scratchUrl = Object.assign(new URL(url), { pathname: `/${name}` }).href;
    return await work(scratchUrl, postgresDatabase(scratchUrl));
  } finally {
    await withClient(url, (client) => client.query(`drop database if exists ${name} with (force)`));
  }
};
