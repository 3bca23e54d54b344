import type { Core } from '@strapi/strapi';
import type { UnitOfWork } from '#src/database/unit-of-work';

const table = 'imported_post';

/** Which post came from where. Its own table: readers and the admin have no business with it, and publishing keeps it. */
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
  const rows = strapi.db.getConnection(table).transacting(uow.trx);
  await rows
    .insert({ import_key: key, document_id: '', fingerprint: '' })
    .onConflict('import_key')
    .merge(['import_key']);
  const row = (await strapi.db.getConnection(table).transacting(uow.trx).where({ import_key: key }).first()) as
    ImportedPost | undefined;
  return row && row.document_id !== '' ? row : null;
};

/** Notes what was imported; `takeImportKey` made the row. */
export const noteImportedPost = async (uow: UnitOfWork, { import_key, ...noted }: ImportedPost): Promise<void> => {
  await strapi.db.getConnection(table).transacting(uow.trx).where({ import_key }).update(noted);
};
