import { randomInt } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { revisionKinds, type Revisions } from 'shared';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { readThreads } from './thread-tags';

const table = 'content_revision';
/** `thread:…` kinds have a table of their own. */
export type ContentKind = (typeof revisionKinds)[number];

/** Adds one, inside the transaction of the change: whoever sees the new number sees the change, and never without it. */
export const countChange = (uow: UnitOfWork, kind: ContentKind): Promise<number> =>
  uow.strapi.db.getConnection(table).transacting(uow.trx).where({ kind }).increment('n', 1);

/**
 * Waits until no other transaction is changing content. A write that changes nothing holds a row lock on PostgreSQL and
 * the only write lock on SQLite, until the transaction ends.
 */
export const lockContent = (uow: UnitOfWork): Promise<number> =>
  uow.strapi.db.getConnection(table).transacting(uow.trx).where({ kind: revisionKinds[0] }).increment('n', 0);

/** The present number of each kind, and of the threads that changed of late. */
export const readRevisions = async (strapi: Core.Strapi): Promise<Revisions> => {
  const rows: { kind: ContentKind; n: number }[] = await strapi.db.getConnection(table).select('kind', 'n');
  const known = new Map(rows.map(({ kind, n }) => [kind, n]));
  const counted = Object.fromEntries(revisionKinds.map((kind) => [kind, known.get(kind) ?? 0])) as Record<
    ContentKind,
    number
  >;
  return { ...counted, ...(await readThreads(strapi, Date.now())) };
};

/** `kind` and `n` exist from the first boot on; an attribute would go back to its draft's value whenever it is published. */
export const createRevisions = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.connection.raw(
    `create table if not exists ${table} (kind varchar(40) primary key, n integer not null default 0 check (n >= 0))`,
  );
  await strapi.db
    .getConnection(table)
    // A new database must not seem to be the one that a page cache remembers.
    .insert(revisionKinds.map((kind) => ({ kind, n: randomInt(1_000_000_000) })))
    .onConflict('kind')
    .ignore();
  // What happened while it was down (a restored backup, a new version that answers otherwise) counts as a change of everything.
  await strapi.db.getConnection(table).increment('n', 1);
};
