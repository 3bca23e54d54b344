import { randomInt } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { UnitOfWork } from '#src/database/unit-of-work';

const table = 'thread_revision';
/** Milliseconds. A page that is older than the last hour is made once more, and after that only when its thread moves. */
const told = 3_600_000;

/** Own table, apart from content_revision: there may be as many threads as posts, and only the latest are told. */
export const createThreadRevisions = (strapi: Core.Strapi): Promise<unknown> =>
  strapi.db.connection.raw(
    `create table if not exists ${table} (slug varchar(255) primary key, n integer not null, changed bigint not null)`,
  );

/** Adds one to the thread of the post at that address, inside the transaction of the change. `now` in milliseconds. */
export const countThread = async (uow: UnitOfWork, slug: string, now: number): Promise<void> => {
  await uow.trx.raw(
    `insert into ${table} (slug, n, changed) values (?, ?, ?) on conflict (slug) do update set n = ${table}.n + 1, changed = excluded.changed`,
    // A new row must not look like one that a page cache remembers from before the table was emptied.
    [slug, randomInt(1_000_000_000), now],
  );
};

/** The threads that changed within the last hour, by the kinds of the contract. */
export const readThreads = async (strapi: Core.Strapi, now: number): Promise<Record<`thread:${string}`, number>> => {
  const rows = (await strapi.db
    .getConnection(table)
    .select('slug', 'n')
    .where('changed', '>', now - told)) as { slug: string; n: number }[];
  return Object.fromEntries(rows.map(({ slug, n }) => [`thread:${slug}` as const, n]));
};
