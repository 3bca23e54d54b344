import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';

const onPostgres = [
  `create or replace function count_media_change() returns trigger as $$
   begin update content_revision set n = n + 1 where kind = 'media'; return null; end $$ language plpgsql`,
  'drop trigger if exists count_media_change on files',
  'create trigger count_media_change after update or delete on files for each statement execute function count_media_change()',
];
const onSqlite = ['update', 'delete'].flatMap((event) => [
  `drop trigger if exists count_media_${event}`,
  `create trigger count_media_${event} after ${event} on files begin update content_revision set n = n + 1 where kind = 'media'; end`,
]);

/**
 * Counts changes of uploads. The upload plugin writes files past the document service and without a transaction to join,
 * so the database itself counts, in the very statement. A new file needs no count: nothing shows it yet.
 */
export const countMediaChanges = async (strapi: Core.Strapi): Promise<void> => {
  for (const statement of strapi.db.dialect.client === 'postgres' ? onPostgres : onSqlite)
    await strapi.db.connection.raw(statement);
};

/** Tells the site about changed uploads as soon as they are committed. */
export const tellOfMediaChanges = (strapi: Core.Strapi, tellSite: () => void): void => {
  const tell = async (): Promise<void> => {
    await inTransaction(strapi, async (uow) => uow.afterCommit(tellSite));
  };
  strapi.db.lifecycles.subscribe({
    models: ['plugin::upload.file'],
    afterUpdate: tell,
    afterDelete: tell,
    afterDeleteMany: tell,
  });
};
