import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { UnitOfWork } from '#src/database/unit-of-work';

const table = 'imported_post';

/**
 * Which post came from where. Its own table: readers and the admin have no business with it, and publishing keeps it.
 */
export interface ImportedPost {
  import_key: string;
  document_id: string;
  fingerprint: string;
}

/** Creates the table of imported posts. Its primary key makes sure that a post is imported only once. */
export const createImportedPosts = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.connection.raw(
    `create table if not exists ${table} (import_key varchar(300) primary key, document_id varchar(64) not null, fingerprint varchar(64) not null)`,
  );
};

/** Returns what an earlier import recorded under this key, or null. */
export const findImportedPost = async (strapi: Core.Strapi, key: string): Promise<ImportedPost | null> => {
  const row = (await strapi.db.getConnection(table).where({ import_key: key }).first()) as ImportedPost | undefined;
  return row ?? null;
};

/**
 * Locks a key for this transaction and returns what an earlier import recorded under it, or null. It must be the first
 * statement: on SQLite a transaction that has read can't begin to write while the CMS is writing; on PostgreSQL a
 * second import of the same file waits here until the first is done.
 */
export const lockImportKey = async (uow: UnitOfWork, key: string): Promise<ImportedPost | null> => {
  const rows = uow.strapi.db.getConnection(table).transacting(uow.trx);
  await rows
    .insert({ import_key: key, document_id: '', fingerprint: '' })
    .onConflict('import_key')
    .merge(['import_key']);
  const row = (await uow.strapi.db.getConnection(table).transacting(uow.trx).where({ import_key: key }).first()) as
    ImportedPost | undefined;
  return row && row.document_id !== '' ? row : null;
};

/** Records what was imported, in the row that `lockImportKey` made. */
export const recordImportedPost = async (uow: UnitOfWork, { import_key, ...noted }: ImportedPost): Promise<void> => {
  await uow.strapi.db.getConnection(table).transacting(uow.trx).where({ import_key }).update(noted);
};

/** What an import writes and a person may change afterwards; `published` is an ISO 8601 instant. */
interface Written {
  title: string | null;
  body: unknown;
  published: string | null;
}

/** Returns JSON with sorted keys, because PostgreSQL returns the keys of an object in its own order. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * Returns a hash of title, body and day (SHA-256, 64 hex digits), by which a later import sees what has changed.
 */
export function fingerprint({ title, body, published }: Written): string {
  const day = published === null ? null : new Date(published).toISOString().slice(0, 10);
  return createHash('sha256')
    .update(ordered([title, body, day]))
    .digest('hex');
}

/** Three fingerprints of one post: in the file, in the CMS at this moment, and in the CMS when it was imported. */
interface Known {
  inFile: string;
  inCms: string;
  asImported: string;
}

/**
 * What to do with a post that may have been imported before. `same`: the CMS has the text of the file. `edited`: the
 * post was edited in the CMS, and the file is unchanged. `both changed`: the file has changed, too. Only posts that
 * were not edited in the CMS are updated.
 */
export type Decision = 'create' | 'update' | 'same' | 'edited' | 'both changed';

export function decide(known: Known | null): Decision {
  if (known === null) return 'create';
  if (known.inCms === known.inFile) return 'same';
  if (known.inCms === known.asImported) return 'update';
  return known.inFile === known.asImported ? 'edited' : 'both changed';
}
