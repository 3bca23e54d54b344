import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { StartRefusal } from '#src/start-refusal';
import { codeOf } from '#src/text/describe-error';
import { isDamage } from './storage-error';

const restoring = 'docs/guide/backup.md';

/** Strapi creates it before everything else, so a database without it is empty. */
const firstTable = 'strapi_core_store_settings';

const isSqlite = (strapi: Core.Strapi): boolean => strapi.db.dialect.client === 'sqlite';

/** Returns the path of the SQLite file, or host, port and name of the PostgreSQL database. Never a password. */
const placeOf = (strapi: Core.Strapi): string => {
  const { filename, connectionString } = strapi.config.get<{ filename?: string; connectionString?: string }>(
    'database.connection.connection',
  );
  if (filename !== undefined) return filename;
  const url = new URL(connectionString ?? '');
  return `${url.hostname}:${url.port || '5432'}${url.pathname}`;
};

const postgresAdvice: Readonly<Record<string, string>> = {
  '28P01': 'it rejects the password in DATABASE_URL',
  '28000': 'it rejects the user in DATABASE_URL',
  '3D000': 'it has no database of this name: create it, or correct DATABASE_URL',
  '57P03': 'it is still starting; the CMS tries again when it is started again',
};

/** Returns the sentence for an error of the first query. */
const refusalOf = (strapi: Core.Strapi, error: unknown): StartRefusal => {
  const [place, code] = [placeOf(strapi), codeOf(error)];
  if (!isSqlite(strapi)) {
    const advice = postgresAdvice[code] ?? `it does not answer (${code}): is it running, and is DATABASE_URL right?`;
    return new StartRefusal(`The CMS can’t use PostgreSQL at ${place}: ${advice}`, { cause: error });
  }
  if (isDamage(error))
    return new StartRefusal(
      `The database ${place} is damaged or was overwritten (${code}). Nothing was changed. Put a backup in its place (${restoring}).`,
      { cause: error },
    );
  return new StartRefusal(
    `The database ${place} can’t be opened (${code}): it and its folder must belong to the user that runs the CMS, and the disk must not be full.`,
    { cause: error },
  );
};

const hasUploads = (dataDir: string): boolean => {
  const folder = path.join(dataDir, 'public', 'uploads');
  return existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('.'));
};

/** Returns what is left of an earlier installation beside the database; null for a new one. */
const leftovers = (dataDir: string): string | null => {
  const found = [
    existsSync(path.join(dataDir, 'logins.txt')) ? 'logins.txt' : null,
    hasUploads(dataDir) ? 'uploads' : null,
  ];
  return found.filter((name) => name !== null).join(' and ') || null;
};

const isEmpty = async (strapi: Core.Strapi): Promise<boolean> => {
  if (isSqlite(strapi)) {
    const file = placeOf(strapi);
    return !existsSync(file) || statSync(file).size === 0;
  }
  return !(await strapi.db.getSchemaConnection().hasTable(firstTable));
};

const refuseWhenMissing = async (strapi: Core.Strapi, dataDir: string): Promise<void> => {
  const found = leftovers(dataDir);
  if (found === null || !(await isEmpty(strapi))) return;
  throw new StartRefusal(
    `There is no database at ${placeOf(strapi)}, but an earlier installation has left ${found} in ${dataDir}. A new one would replace the site with an empty one, so nothing was created. Put the database back (${restoring}). To begin again with an empty database, start once with NEW_DATABASE=true.`,
  );
};

interface CheckOptions {
  dataDir: string;
  /** Whether an empty database is wanted beside what is left of an earlier installation. */
  newDatabase: boolean;
}

/**
 * Checks before anything is created or changed that the database answers, is whole, and is not missing.
 *
 * @throws StartRefusal with what is wrong and what to do
 */
export const checkDatabase = async (strapi: Core.Strapi, { dataDir, newDatabase }: CheckOptions): Promise<void> => {
  try {
    // Before SQLite opens the file, which would create it.
    if (!newDatabase) await refuseWhenMissing(strapi, dataDir);
    if (isSqlite(strapi)) await refuseWhenDamaged(strapi);
    else await strapi.db.connection.raw('select 1');
  } catch (error) {
    throw error instanceof StartRefusal ? error : refusalOf(strapi, error);
  }
};

/** `quick_check` reads every page, but compares no index with its table: about a second for a gigabyte. */
const refuseWhenDamaged = async (strapi: Core.Strapi): Promise<void> => {
  const rows = await strapi.db.connection.raw<{ quick_check: string }[]>('pragma quick_check(1)');
  if (rows[0]?.quick_check === 'ok') return;
  throw new StartRefusal(
    `The database ${placeOf(strapi)} is damaged (quick_check found errors). Nothing was changed. Put a backup in its place (${restoring}).`,
  );
};
