import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { CommandError } from '#src/cli/run-command';
import { databaseFolder } from '../archive/manifest';
import type { CopiedDatabase, SiteDatabase } from './site-database';

export const sqliteFileName = 'quiet-room.db';

/** Everything in one step: another process that writes between two steps would make the copy begin again. */
const allPages = 0x7fff_ffff;

const codeOf = (error: unknown): string => (error instanceof Error && 'errcode' in error ? String(error.errcode) : '');
/** https://www.sqlite.org/rescode.html: the extended codes keep these in their lower byte. */
const sqliteCode = { busy: 5, locked: 6, corrupt: 11, notADatabase: 26 } as const;
const hasCode = (error: unknown, ...codes: number[]): boolean => codes.includes(Number(codeOf(error)) & 0xff);

const countRows = (database: DatabaseSync): Record<string, number> => {
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => {
      const { n } = database.prepare(`select count(*) as n from "${String(name)}"`).get() ?? {};
      return [String(name), Number(n)];
    }),
  );
};

/**
 * Checks the copy, counts its rows and makes it one file without a log beside it.
 * @throws CommandError when the database is damaged
 */
const finishCopy = (file: string): Record<string, number> => {
  const copy = new DatabaseSync(file);
  try {
    const [result] = copy.prepare('pragma quick_check(1)').all();
    if (result?.quick_check !== 'ok')
      throw new CommandError('The database is damaged: docs/guide/operations.md says what to do.');
    copy.exec('pragma journal_mode = delete');
    return countRows(copy);
  } finally {
    copy.close();
  }
};

/** Copies a database that may be in use, through SQLite's online backup. */
const copyDatabase = async (file: string, folder: string): Promise<CopiedDatabase> => {
  if (!existsSync(file)) throw new CommandError(`There is no database at ${file}, so there is nothing to back up.`);
  const target = path.join(folder, sqliteFileName);
  try {
    const source = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
    try {
      await backup(source, target, { rate: allPages });
    } finally {
      source.close();
    }
    const rows = finishCopy(target);
    return {
      copy: { client: 'sqlite' },
      rows,
      items: [{ name: `${databaseFolder}/${sqliteFileName}`, path: target }],
    };
  } catch (error) {
    if (hasCode(error, sqliteCode.corrupt, sqliteCode.notADatabase))
      throw new CommandError('The database is damaged: docs/guide/operations.md says what to do.', { cause: error });
    throw error;
  }
};

/**
 * Whether another process has the database open. Leaving the write-ahead log needs it alone: whoever has it open
 * keeps a lock. A damaged database is in use by nobody.
 */
const isOpenElsewhere = (file: string): boolean => {
  if (!existsSync(file)) return false;
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('pragma journal_mode = delete');
    return false;
  } catch (error) {
    return hasCode(error, sqliteCode.busy, sqliteCode.locked);
  } finally {
    database.close();
  }
};

const readRows = (file: string): Record<string, number> => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return countRows(database);
  } finally {
    database.close();
  }
};

/** A database that is one file, with two beside it while it is in use. */
export interface SqliteDatabase extends SiteDatabase {
  readonly client: 'sqlite';
  readonly files: readonly string[];
}

/** The database in the data folder of a site. */
export const sqliteDatabase = (dataDir: string): SqliteDatabase => {
  const file = path.join(dataDir, sqliteFileName);
  return {
    client: 'sqlite',
    files: [file, `${file}-wal`, `${file}-shm`],
    copyInto: (folder) => copyDatabase(file, folder),
    size: () =>
      Promise.resolve(
        [file, `${file}-wal`].reduce((sum, one) => sum + (statSync(one, { throwIfNoEntry: false })?.size ?? 0), 0),
      ),
    exists: () => Promise.resolve(existsSync(file)),
    countRows: () => Promise.resolve(readRows(file)),
    inUseBy: () => Promise.resolve(isOpenElsewhere(file) ? 'another process has its database open' : null),
  };
};
