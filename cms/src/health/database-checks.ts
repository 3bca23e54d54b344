import type { Core } from '@strapi/strapi';
import { findMissingColumns, listMissing } from '#src/database/missing-columns';
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

const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(?:CORRUPT|NOTADB)|^XX00[12]$/.test(String(error.code));

/** Reading: the first thing that a page needs. */
const query: ReadinessCheck = {
  name: 'query',
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

/** How long a look at all tables is used, in milliseconds. */
const columnsEveryMs = 60_000;

/** Every column that this version needs; a query for each table, so not at every request. */
const createColumnsCheck = (): ReadinessCheck => {
  let looked = { at: -Infinity, missing: [] as string[] };
  return {
    name: 'columns',
    run: async (strapi) => {
      if (performance.now() - looked.at > columnsEveryMs || looked.missing.length > 0)
        looked = { at: performance.now(), missing: await findMissingColumns(strapi) };
      const { missing } = looked;
      if (missing.length === 0) return { status: 'ok', message: 'No table or column is missing.' };
      return { status: 'failed', message: `The database lacks ${listMissing(missing)}: ${restore}.` };
    },
  };
};

/** How long a look at every page of a SQLite file is used, in milliseconds. */
const wholeEveryMs = 10 * 60_000;

/**
 * Whether a SQLite file is whole. `quick_check` reads all of it, on the event loop, so it runs now and then and once
 * more when a query fails because of damage. A file over which another was copied shows here, too.
 */
const createWholenessCheck = (strapi: Core.Strapi): ReadinessCheck | null => {
  if (strapi.db.dialect.client !== 'sqlite') return null;
  let looked = { at: performance.now(), isWhole: true };
  strapi.db.connection.on('query-error', (error: unknown) => {
    if (isDamage(error)) looked = { at: looked.at, isWhole: false };
  });
  const look = async (): Promise<boolean> => {
    try {
      const rows = await strapi.db.connection.raw<{ quick_check: string }[]>('pragma quick_check(1)');
      return rows[0]?.quick_check === 'ok';
    } catch (error) {
      if (isDamage(error)) return false;
      throw error;
    }
  };
  return {
    name: 'damage',
    run: async () => {
      if (performance.now() - looked.at > wholeEveryMs || !looked.isWhole)
        looked = { at: performance.now(), isWhole: await look() };
      if (looked.isWhole) return { status: 'ok', message: 'The database file is whole.' };
      return { status: 'failed', message: `The database file is damaged: stop the CMS and ${restore}.` };
    },
  };
};

/** Returns the checks of the database; `strapi` must be connected. */
export const databaseChecks = (strapi: Core.Strapi): ReadinessCheck[] => {
  const wholeness = createWholenessCheck(strapi);
  return [query, testWrite, createColumnsCheck(), ...(wholeness ? [wholeness] : [])];
};
