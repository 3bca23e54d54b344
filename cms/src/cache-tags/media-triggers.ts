import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/database/unit-of-work';
import { lockContent } from './cache-tags';

const bump = "update cache_tags set version = version + 1 where tag = 'media'";

/** Remembers an upload under the moment of its deletion; a second deletion of the same hash replaces the first. */
const remember = (now: string): string =>
  `insert into deleted_uploads (hash, deleted_at) values (old.hash, ${now})
   on conflict (hash) do update set deleted_at = excluded.deleted_at`;

/** An upload whose hash changes loses its old file names: for them it is deleted. */
const lostItsName = "old.hash is not null and old.hash <> coalesce(new.hash, '')";

const onPostgres = [
  `create or replace function bump_media_tag() returns trigger as $$
   begin ${bump}; return null; end $$ language plpgsql`,
  `create or replace function remember_deleted_upload() returns trigger as $$
   begin ${remember('(extract(epoch from clock_timestamp()) * 1000)::bigint')}; return null; end $$ language plpgsql`,
  ...['bump_media_tag', 'remember_deleted_upload', 'remember_renamed_upload'].map(
    (trigger) => `drop trigger if exists ${trigger} on files`,
  ),
  'create trigger bump_media_tag after update or delete on files for each statement execute function bump_media_tag()',
  `create trigger remember_deleted_upload after delete on files
   for each row when (old.hash is not null) execute function remember_deleted_upload()`,
  `create trigger remember_renamed_upload after update on files
   for each row when (${lostItsName}) execute function remember_deleted_upload()`,
];

const nowOnSqlite = "cast(unixepoch('subsec') * 1000 as integer)";
const onSqlite = [
  ...['bump_media_tag_update', 'bump_media_tag_delete', 'remember_deleted_upload', 'remember_renamed_upload'].map(
    (trigger) => `drop trigger if exists ${trigger}`,
  ),
  ...['update', 'delete'].map(
    (event) => `create trigger bump_media_tag_${event} after ${event} on files begin ${bump}; end`,
  ),
  `create trigger remember_deleted_upload after delete on files
   when old.hash is not null begin ${remember(nowOnSqlite)}; end`,
  `create trigger remember_renamed_upload after update on files
   when ${lostItsName} begin ${remember(nowOnSqlite)}; end`,
];

/**
 * Creates triggers that bump the tag of uploads and remember which were deleted. The upload plugin writes files past
 * the document service and without a transaction to join, so the database itself does it, in the very statement. A new
 * file changes nothing: no page shows it yet. Two processes that start at once make them one after the other.
 */
export const createMediaTriggers = (strapi: Core.Strapi): Promise<void> =>
  inTransaction(strapi, async (uow) => {
    await lockContent(uow);
    for (const statement of strapi.db.dialect.client === 'postgres' ? onPostgres : onSqlite)
      await uow.trx.raw(statement);
  });

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
