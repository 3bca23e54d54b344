import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Core } from '@strapi/strapi';
import { cmsFolder } from '#src/cms-folder';
import { databaseFileOf } from '#src/database/database-file';
import { findMissingColumns, listMissing } from '#src/database/missing-columns';
import { isDamage } from '#src/database/storage-error';
import { inTransaction, tableRows } from '#src/database/unit-of-work';
import { describeError } from '#src/text/describe-error';
import type { ReadinessCheck } from './readiness';

const probeRows = tableRows<{ id: number; written_at: number }>('readiness_probe');
const restore = 'put a backup in its place (docs/guide/backup.md)';

/** Creates the table of one row that the test write changes; runs at each start. */
export const createReadinessProbe = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.connection.raw(
    'create table if not exists readiness_probe (id integer primary key, written_at bigint not null)',
  );
  await probeRows(strapi).insert({ id: 1, written_at: 0 }).onConflict('id').ignore();
};

/** Reading: the first thing that a page needs. */
const query: ReadinessCheck = {
  name: 'query',
  whenLate: 'The database is frozen, overloaded or locked by another program: it did not answer',
  run: async (strapi) => {
    try {
      await probeRows(strapi).select('id').first();
      return { status: 'ok', message: 'The database answers.' };
    } catch (error) {
      const message = `The database does not answer (${describeError(error)}): is it running, and is there room on its disk?`;
      return { status: 'failed', message };
    }
  },
};

/** Writing, to the end: a full disk or a lock shows at the commit. */
const testWrite: ReadinessCheck = {
  name: 'test write',
  whenLate: 'Does another program lock the database? Nothing could be stored',
  run: async (strapi, now) => {
    try {
      const changed = await inTransaction(strapi, (uow) =>
        probeRows(uow).where({ id: 1 }).update({ written_at: now.getTime() }),
      );
      if (changed === 1) return { status: 'ok', message: 'A row was changed and committed.' };
      return { status: 'failed', message: 'The row that is written as a test is gone: restart the CMS.' };
    } catch (error) {
      const message = `Nothing can be stored (${describeError(error)}): is there room on the disk of the database?`;
      return { status: 'failed', message };
    }
  },
};

/** How long the result for all tables is used, in milliseconds. */
const columnsEveryMs = 60_000;

/** Every column that this version needs; a query for each table, so not at every request. */
const createColumnsCheck = (): ReadinessCheck => {
  let latest = { at: -Infinity, missing: [] as string[] };
  return {
    name: 'columns',
    run: async (strapi) => {
      if (performance.now() - latest.at > columnsEveryMs || latest.missing.length > 0)
        latest = { at: performance.now(), missing: await findMissingColumns(strapi) };
      const { missing } = latest;
      if (missing.length === 0) return { status: 'ok', message: 'No table or column is missing.' };
      return { status: 'failed', message: `The database lacks ${listMissing(missing)}: ${restore}.` };
    },
  };
};

/** How long the result for every page of a SQLite file is used, in milliseconds. */
const wholeEveryMs = 10 * 60_000;
const quickCheckTimeoutMs = 5 * 60_000;

const run = promisify(execFile);

/** Reads every page of the file: `ok`, `damaged`, or `unknown` when it could not be read. */
const quickCheck = async (strapi: Core.Strapi): Promise<string> => {
  const { filename } = strapi.config.get<{ filename: string }>('database.connection.connection');
  const script = path.join(cmsFolder, 'dist/src/cli/quick-check.js');
  const args = ['--disable-warning=ExperimentalWarning', script, filename];
  return (await run(process.execPath, args, { timeout: quickCheckTimeoutMs })).stdout;
};

/**
 * Whether a SQLite file is whole: checked every ten minutes, and known as soon as a query fails because of damage.
 * Damage never heals by itself, so it stays reported until the CMS is started again.
 */
const createWholenessCheck = (strapi: Core.Strapi): ReadinessCheck | null => {
  if (strapi.db.dialect.client !== 'sqlite') return null;
  let isWhole = true;
  let checkedAt = performance.now();
  strapi.db.connection.on('query-error', (error: unknown) => {
    if (isDamage(error)) isWhole = false;
  });
  const recheck = async (): Promise<void> => {
    checkedAt = performance.now();
    if ((await quickCheck(strapi)) === 'damaged') isWhole = false;
  };
  return {
    name: 'damage',
    run: async () => {
      // Nobody waits for it: the next request learns what it found.
      if (performance.now() - checkedAt > wholeEveryMs)
        recheck().catch((error: unknown) => strapi.log.warn('The database file could not be checked.', error));
      if (isWhole) return { status: 'ok', message: 'The database file is whole, as far as is known.' };
      return { status: 'failed', message: `The database file is damaged: stop the CMS and ${restore}.` };
    },
  };
};

/** Whether the path of a SQLite file still names the file that is open. */
const createFileCheck = (strapi: Core.Strapi): ReadinessCheck | null => {
  const file = databaseFileOf(strapi);
  if (file === null) return null;
  return {
    name: 'database file',
    run: async () => {
      const { isInPlace, message } = file.look();
      return { status: isInPlace ? 'ok' : 'failed', message };
    },
  };
};

/** Returns the checks of the database; `strapi` must be connected. */
export const databaseChecks = (strapi: Core.Strapi): ReadinessCheck[] => {
  const ofFile = [createFileCheck(strapi), createWholenessCheck(strapi)].filter((check) => check !== null);
  return [query, testWrite, createColumnsCheck(), ...ofFile];
};
