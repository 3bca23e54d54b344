import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';

const bump = "update cache_tags set version = version + 1 where tag = 'media'";

const onPostgres = [
  `create or replace function bump_media_tag() returns trigger as $$
   begin ${bump}; return null; end $$ language plpgsql`,
  'drop trigger if exists bump_media_tag on files',
  'create trigger bump_media_tag after update or delete on files for each statement execute function bump_media_tag()',
];
const onSqlite = ['update', 'delete'].flatMap((event) => [
  `drop trigger if exists bump_media_tag_${event}`,
  `create trigger bump_media_tag_${event} after ${event} on files begin ${bump}; end`,
]);

/**
 * Creates triggers that bump the tag of uploads. The upload plugin writes files past the document service and without a
 * transaction to join, so the database itself bumps it, in the very statement. A new file changes nothing: no page shows
 * it yet.
 */
export const createMediaTriggers = async (strapi: Core.Strapi): Promise<void> => {
  for (const statement of strapi.db.dialect.client === 'postgres' ? onPostgres : onSqlite)
    await strapi.db.connection.raw(statement);
};

/** Notifies the site of changed uploads as soon as they are committed. */
export const notifyOfMediaChanges = (strapi: Core.Strapi, notifySite: () => void): void => {
  const notify = async (): Promise<void> => {
    await inTransaction(strapi, async (uow) => uow.afterCommit(notifySite));
  };
  strapi.db.lifecycles.subscribe({
    models: ['plugin::upload.file'],
    afterUpdate: notify,
    afterDelete: notify,
    afterDeleteMany: notify,
  });
};
