import { existsSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { StartRefusal } from '#src/start-refusal';
import { codeOf } from '#src/text/describe-error';
import { findSiteTraces, listNames, newestSavedDatabase, writeAheadLog } from './site-traces';
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

const isEmpty = async (strapi: Core.Strapi): Promise<boolean> => {
  if (isSqlite(strapi)) {
    const file = placeOf(strapi);
    return !existsSync(file) || statSync(file).size === 0;
  }
  return !(await strapi.db.getSchemaConnection().hasTable(firstTable));
};

/** What to do about a database that is missing, as sentences. */
const adviceFor = (dataDir: string): string => {
  const saved = newestSavedDatabase(dataDir);
  return saved === null
    ? `Put the database back (${restoring}).`
    : `${saved} was saved when the database was deleted or replaced: “Database file gone” in docs/guide/operations.md says how to put it back.`;
};

const refuseWhenMissing = (strapi: Core.Strapi, dataDir: string): void => {
  const found = findSiteTraces(dataDir);
  if (found.length === 0) return;
  throw new StartRefusal(
    `There is no database at ${placeOf(strapi)}, but an earlier installation has left ${listNames(found)} in ${dataDir}. A new one would replace the site with an empty one, so nothing was created. ${adviceFor(dataDir)} To begin again with an empty database, start once with NEW_DATABASE=true.`,
  );
};

/** SQLite deletes a log without a database as soon as it creates one; it is all that is left of the last changes. */
const keepLog = (strapi: Core.Strapi, dataDir: string): void => {
  const log = path.join(dataDir, writeAheadLog);
  if (!existsSync(log) || statSync(log).size === 0) return;
  const kept = `${log}.kept-${new Date().toISOString().replaceAll(':', '-')}`;
  renameSync(log, kept);
  strapi.log.warn(`The changes of the database that is missing are kept in ${kept}.`);
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
    if (await isEmpty(strapi)) {
      if (!newDatabase) refuseWhenMissing(strapi, dataDir);
      if (isSqlite(strapi)) keepLog(strapi, dataDir);
    }
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
