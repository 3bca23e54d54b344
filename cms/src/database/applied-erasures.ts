import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { recordErasure } from '#src/security/erasure-record';
import { settingsOf } from '#src/settings';
import { tableRows, type UnitOfWork } from './unit-of-work';

/**
 * Which erasures of the record (`security/erasure-record.ts`) this database has seen: one that a backup brings back has
 * not seen the later ones.
 */
const appliedErasures = tableRows<{ id: string; applied_at: number }>('applied_erasures');

export const createErasureTable = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.connection.raw(
    'create table if not exists applied_erasures (id varchar(40) primary key, applied_at bigint not null)',
  );
};

/** Remembers that erasures have been made in this database. */
export const markErasuresApplied = async (strapi: Core.Strapi, ids: readonly string[], now: Date): Promise<void> => {
  for (const id of ids)
    await appliedErasures(strapi).insert({ id, applied_at: now.getTime() }).onConflict('id').ignore();
};

/** Returns the ids of all erasures that this database has seen. */
export const readAppliedErasures = async (strapi: Core.Strapi): Promise<Set<string>> =>
  new Set((await appliedErasures(strapi).select('id')).map(({ id }) => id));

/** Returns how many erasures were made in this database since then. */
export const countAppliedErasures = async (strapi: Core.Strapi, since: Date): Promise<number> =>
  (await appliedErasures(strapi).where('applied_at', '>=', since.getTime()).select('id')).length;

/**
 * Records what is erased in this transaction, so that it is erased again if a backup brings it back. It is written down
 * once that is committed.
 * @param subject what is erased, such as `comment:12:1767225600000`
 */
export const recordInTransaction = async (uow: UnitOfWork, subject: string, now: Date): Promise<void> => {
  const { strapi } = uow;
  const id = randomUUID();
  await appliedErasures(uow).insert({ id, applied_at: now.getTime() });
  uow.afterCommit(() => {
    recordErasure(settingsOf(strapi).dataDir, subject, now, id).catch((error: unknown) => {
      strapi.log.error('An erasure could not be written down: a restored backup would not repeat it.', error);
    });
  });
};
