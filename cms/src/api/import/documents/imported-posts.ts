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

/** `import_key` is the source and its own key; the database itself refuses to have one of them twice. */
export const createImportedPosts = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.connection.raw(
    `create table if not exists ${table} (import_key varchar(300) primary key, document_id varchar(64) not null, fingerprint varchar(64) not null)`,
  );
};

/** What an earlier import noted under this key, or null. */
export const findImportedPost = async (strapi: Core.Strapi, key: string): Promise<ImportedPost | null> => {
  const row = (await strapi.db.getConnection(table).where({ import_key: key }).first()) as ImportedPost | undefined;
  return row ?? null;
};

/**
 * Takes the key for this transaction. It must be its first statement: on SQLite a transaction that has read can't begin
 * to write while the CMS is writing, on PostgreSQL a second import of the same file waits here until the first is done.
 */
export const takeImportKey = async (uow: UnitOfWork, key: string): Promise<ImportedPost | null> => {
  const rows = uow.strapi.db.getConnection(table).transacting(uow.trx);
  await rows
    .insert({ import_key: key, document_id: '', fingerprint: '' })
    .onConflict('import_key')
    .merge(['import_key']);
  const row = (await uow.strapi.db.getConnection(table).transacting(uow.trx).where({ import_key: key }).first()) as
    ImportedPost | undefined;
  return row && row.document_id !== '' ? row : null;
};

/** Notes what was imported; `takeImportKey` made the row. */
export const noteImportedPost = async (uow: UnitOfWork, { import_key, ...noted }: ImportedPost): Promise<void> => {
  await uow.strapi.db.getConnection(table).transacting(uow.trx).where({ import_key }).update(noted);
};

/** What an import writes and a person may change afterwards; `published` is an ISO 8601 instant. */
interface Written {
  title: string | null;
  body: unknown;
  published: string | null;
}

/** JSON with its keys in order: PostgreSQL gives those of an object back in an order of its own. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * Equal for equal words and the same day, so that a later import sees what has changed since: SHA-256, 64 hex digits.
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
 * What to do with a post that may have been imported before. `same`: the CMS says what the file says. `edited`: she has
 * changed it in the CMS, and the file is the old one. `both changed`: the file has changed, too. Only what nobody has
 * touched in the CMS is replaced.
 */
export type Decision = 'create' | 'update' | 'same' | 'edited' | 'both changed';

export function decide(known: Known | null): Decision {
  if (known === null) return 'create';
  if (known.inCms === known.inFile) return 'same';
  if (known.inCms === known.asImported) return 'update';
  return known.inFile === known.asImported ? 'edited' : 'both changed';
}
