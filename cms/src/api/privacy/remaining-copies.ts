import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { PurgeOutcome } from 'shared';
import { settingsOf } from '#src/settings';

/**
 * SQLite has overwritten the deleted rows already (`secure_delete`). Its statistics keep samples of indexed values,
 * addresses among them, until they are computed again, and the write-ahead log has the old pages until a checkpoint
 * truncates it.
 */
const onSqlite = ['analyze', 'pragma wal_checkpoint(TRUNCATE)'];

/**
 * Removes deleted values of these tables from the database's files, as far as they allow; must not run inside a
 * transaction.
 */
export const vacuumDatabase = async (strapi: Core.Strapi, tables: readonly string[]): Promise<void> => {
  const onPostgres = tables.map((table) => `vacuum (analyze) ${table}`);
  for (const statement of strapi.db.dialect.client === 'postgres' ? onPostgres : onSqlite)
    await strapi.db.connection.raw(statement);
};

const purgeTimeoutMs = 5_000;

/**
 * Asks the site to purge every cached page of these posts' threads, in memory and on disk, instead of serving stale
 * ones until they are revalidated.
 */
export const purgePages = async (strapi: Core.Strapi, slugs: readonly string[]): Promise<PurgeOutcome> => {
  if (slugs.length === 0) return 'none';
  const { siteInternalUrl, webhookSecret } = settingsOf(strapi);
  if (webhookSecret === '') return 'unreachable';
  try {
    const response = await fetch(new URL('/webhooks/purge-threads', siteInternalUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${webhookSecret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ slugs }),
      signal: AbortSignal.timeout(purgeTimeoutMs),
      redirect: 'error',
    });
    return response.status === 204 ? 'purged' : 'unreachable';
  } catch {
    return 'unreachable';
  }
};

const idOf = (name: string): number => Number(/-(\d+)\.eml$/u.exec(name)?.[1] ?? 0);

/**
 * Deletes emails that were written to files because no mail server is set: those of the outbox with these ids, and
 * every other that contains one of these addresses, since the outbox deletes its rows after a month.
 */
export const removeMailFiles = async (
  folder: string,
  emails: readonly number[],
  addresses: readonly string[],
): Promise<void> => {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((entry) => entry.endsWith('.eml'))) {
    const file = path.join(folder, name);
    const text = (await readFile(file, 'utf8')).toLowerCase();
    if (emails.includes(idOf(name)) || addresses.some((address) => text.includes(address.toLowerCase())))
      await rm(file, { force: true });
  }
};
