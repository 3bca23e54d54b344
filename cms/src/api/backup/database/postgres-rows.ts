import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Client, escapeIdentifier } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { CommandError } from '#src/cli/run-command';
import { databaseFolder, type PostgresCopy } from '../archive/manifest';
import { columnsOf, currentSchema, cutOff, inTransaction, listOf, tablesIn, withClient } from './postgres-client';
import type { CopiedDatabase } from './site-database';

/** The tables of an archive, and how many rows each has. */
export interface CopiedRows {
  copy: PostgresCopy;
  rows: Record<string, number>;
}

/**
 * Copies all tables as they are at one moment, whatever is written meanwhile. COPY instead of `pg_dump`, which refuses a
 * server that is newer than itself and is in no Node image.
 */
export const copyDatabase = (url: string, folder: string): Promise<CopiedDatabase> =>
  withClient(url, (client) =>
    inTransaction(client, 'begin isolation level repeatable read, read only', async () => {
      const names = await tablesIn(client, await currentSchema(client));
      if (names.length === 0) throw new CommandError('The database has no tables, so there is nothing to back up.');
      const tables: PostgresCopy['tables'] = [];
      const rows: Record<string, number> = {};
      for (const [index, name] of names.entries()) {
        const columns = await columnsOf(client, name);
        const file = `${databaseFolder}/${index + 1}.copy`;
        const copying = client.query(copyTo(`copy ${escapeIdentifier(name)} (${listOf(columns)}) to stdout`));
        const written = createWriteStream(path.join(folder, `${index + 1}.copy`), { mode: 0o600 });
        await pipeline(copying, written).catch((error: unknown) => {
          cutOff(client);
          throw error;
        });
        rows[name] = copying.rowCount;
        tables.push({ name, columns, file });
      }
      const sequences = await client.query<{ name: string; value: string | null }>(
        'select sequencename as name, last_value::text as value from pg_sequences where schemaname = current_schema()',
      );
      return {
        copy: { client: 'postgres', tables, sequences: sequences.rows },
        rows,
        items: tables.map(({ file }) => ({ name: file, path: path.join(folder, path.basename(file)) })),
      };
    }),
  );

/** Lets foreign keys be checked at the end of the transaction; returns what ends that. */
const deferForeignKeys = async (client: Client): Promise<() => Promise<void>> => {
  const { rows: keys } = await client.query<{ alter: string }>(
    `select format('alter table %s alter constraint %I', conrelid::regclass, conname) as alter from pg_constraint
     where contype = 'f' and not condeferrable and connamespace = current_schema()::regnamespace`,
  );
  for (const { alter } of keys) await client.query(`${alter} deferrable initially deferred`);
  return async () => {
    await client.query('set constraints all immediate');
    for (const { alter } of keys) await client.query(`${alter} not deferrable`);
  };
};

const setSequence = (client: Client, name: string, value: string) =>
  client.query(
    `select setval(oid::regclass, $1::bigint) from pg_class
     where relkind = 'S' and relname = $2 and relnamespace = current_schema()::regnamespace`,
    [value, name],
  );

/**
 * Replaces the rows of all tables by those of a copy, inside a transaction. Foreign keys are checked at the end and
 * triggers do not run, because rows arrive in the order of the tables' names.
 */
const replaceRows = async (client: Client, copied: CopiedRows, folder: string): Promise<void> => {
  const tables = copied.copy.tables.filter(({ name }) => (copied.rows[name] ?? 0) > 0);
  const existing = await tablesIn(client, await currentSchema(client));
  const checkForeignKeys = await deferForeignKeys(client);
  await client.query(`truncate ${listOf(existing)}`);
  for (const { name } of tables) await client.query(`alter table ${escapeIdentifier(name)} disable trigger user`);
  for (const { name, columns, file } of tables) {
    const loading = client.query(copyFrom(`copy ${escapeIdentifier(name)} (${listOf(columns)}) from stdin`));
    await pipeline(createReadStream(path.join(folder, file)), loading);
  }
  await checkForeignKeys();
  for (const { name } of tables) await client.query(`alter table ${escapeIdentifier(name)} enable trigger user`);
  for (const { name, value } of copied.copy.sequences) if (value !== null) await setSequence(client, name, value);
};

/** Returns what this version's tables lack of a copy, as the end of a sentence; null if it fits. */
const missingFor = async (client: Client, { copy, rows }: CopiedRows): Promise<string | null> => {
  const existing = await tablesIn(client, await currentSchema(client));
  for (const { name, columns } of copy.tables) {
    if ((rows[name] ?? 0) === 0) continue;
    if (!existing.includes(name)) return `the table “${name}”`;
    const present = await columnsOf(client, name);
    const missing = columns.find((column) => !present.includes(column));
    if (missing !== undefined) return `the column “${missing}” of the table “${name}”`;
  }
  return null;
};

/**
 * Loads a copy into the tables that the CMS has created, in one transaction.
 * @param folder where the archive was extracted to
 * @throws CommandError when this version has no place for some of it
 */
export const loadRows = (url: string, copied: CopiedRows, folder: string): Promise<void> =>
  withClient(url, async (client) => {
    const missing = await missingFor(client, copied);
    if (missing !== null)
      throw new CommandError(
        `This version has no place for ${missing}: restore the backup with the version that made it, and upgrade then.`,
      );
    await inTransaction(client, 'begin', () => replaceRows(client, copied, folder));
  });
