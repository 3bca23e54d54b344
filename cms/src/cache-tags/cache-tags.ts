import { randomInt } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { type CacheTagVersions, type CacheTagVersionsResponse, contentTags, type PurgedTags, uploadTag } from 'shared';
import { tableRows, type UnitOfWork } from '#src/database/unit-of-work';

export type ContentTag = (typeof contentTags)[number];

interface TagRow {
  tag: ContentTag;
  version: number;
}

/**
 * How far back versions of threads are reported, in milliseconds. A cached page that is older is rendered once more,
 * and after that only when its thread changes.
 */
const threadsReportedFor = 3_600_000;

/**
 * How far back purges are reported, in milliseconds: a site that was down for less than that deletes its copies when it
 * comes back. It deletes older pages by itself (`maxAgeMs` in web/server/page-cache/disk-store.ts).
 */
const purgesReportedFor = 35 * 86_400_000;

const tagRows = tableRows<TagRow>('cache_tags');
interface DeletedUploadRow {
  /** The part of its file names that an upload shares with its smaller sizes. */
  hash: string;
  /** In milliseconds since 1970; as text on PostgreSQL. */
  deleted_at: number | string;
}
const deletedUploadRows = tableRows<DeletedUploadRow>('deleted_uploads');
interface ThreadRow {
  slug: string;
  version: number;
  changed_at: number;
  /** When something was last deleted from it for good; as text on PostgreSQL. */
  purged_at: number | string | null;
}
const threadRows = tableRows<ThreadRow>('thread_tags');

/** A first version that no page cache remembers: not from an earlier database, nor from before a table was emptied. */
const firstVersion = (): number => randomInt(1_000_000_000);

/**
 * Creates the tables of the tags' versions. They are no attributes of content, because an attribute would go back to
 * its draft's value whenever it is published. Threads have a table of their own, because there may be as many as posts.
 */
export const createCacheTagTables = async (strapi: Core.Strapi): Promise<void> => {
  const { connection } = strapi.db;
  await connection.raw(
    'create table if not exists cache_tags (tag varchar(40) primary key, version integer not null default 0 check (version >= 0))',
  );
  await connection.raw(
    `create table if not exists thread_tags
     (slug varchar(255) primary key, version integer not null, changed_at bigint not null, purged_at bigint)`,
  );
  await connection.raw(
    'create table if not exists deleted_uploads (hash varchar(255) primary key, deleted_at bigint not null)',
  );
  await deletedUploadRows(strapi)
    .delete()
    .where('deleted_at', '<=', Date.now() - purgesReportedFor);
  await tagRows(strapi)
    .insert(contentTags.map((tag) => ({ tag, version: firstVersion() })))
    .onConflict('tag')
    .ignore();
  // While the CMS was down, a backup may have been restored or a release installed whose responses differ.
  await tagRows(strapi).increment('version', 1);
};

/**
 * Adds one inside the transaction of the change: whoever sees the new version sees the change, and never without it.
 */
export const bumpTag = async (uow: UnitOfWork, tag: ContentTag): Promise<void> => {
  await tagRows(uow).where({ tag }).increment('version', 1);
};

/**
 * Adds one to the tag of a post's thread, inside the transaction of the change.
 *
 * @param now milliseconds since 1970
 */
export const bumpThreadTag = async (uow: UnitOfWork, slug: string, now: number): Promise<void> => {
  await uow.trx.raw(
    `insert into thread_tags (slug, version, changed_at) values (?, ?, ?)
     on conflict (slug) do update set version = thread_tags.version + 1, changed_at = excluded.changed_at`,
    [slug, firstVersion(), now],
  );
};

/**
 * Does the same for a thread from which something is deleted for good: every site process deletes its copies of earlier
 * versions, in memory and on disk, when it next polls.
 *
 * @param now milliseconds since 1970
 */
export const purgeThreadTag = async (uow: UnitOfWork, slug: string, now: number): Promise<void> => {
  await bumpThreadTag(uow, slug, now);
  await threadRows(uow).where({ slug }).update({ purged_at: now });
};

/**
 * Waits until no other transaction is changing content. A write that changes nothing holds a row lock on PostgreSQL and
 * the only write lock on SQLite, until the transaction ends.
 */
export const lockContent = async (uow: UnitOfWork): Promise<void> => {
  await tagRows(uow).where({ tag: contentTags[0] }).increment('version', 0);
};

type ThreadTag = `thread:${string}`;

const readThreadTags = async (
  strapi: Core.Strapi,
  now: number,
): Promise<{ versions: Record<ThreadTag, number>; purged: PurgedTags }> => {
  const rows = await threadRows(strapi)
    .select('slug', 'version', 'purged_at')
    .where('changed_at', '>', now - threadsReportedFor)
    .orWhere('purged_at', '>', now - purgesReportedFor);
  const purged = rows.flatMap(({ slug, purged_at }) =>
    purged_at === null ? [] : [[`thread:${slug}`, Number(purged_at)]],
  );
  return {
    versions: Object.fromEntries(rows.map(({ slug, version }) => [`thread:${slug}` as const, version])),
    purged: Object.fromEntries(purged) as PurgedTags,
  };
};

const readDeletedUploads = async (strapi: Core.Strapi, now: number): Promise<PurgedTags> => {
  const rows = await deletedUploadRows(strapi)
    .select('hash', 'deleted_at')
    .where('deleted_at', '>', now - purgesReportedFor);
  return Object.fromEntries(rows.map(({ hash, deleted_at }) => [uploadTag(hash), Number(deleted_at)]));
};

/**
 * Returns the present version of each content tag, and of the threads that changed within the last hour or that
 * something was deleted from within the last 35 days; and the uploads that were deleted within these 35 days.
 */
export const readTagVersions = async (strapi: Core.Strapi): Promise<CacheTagVersionsResponse> => {
  const rows = await tagRows(strapi).select('tag', 'version');
  const stored = new Map(rows.map(({ tag, version }) => [tag, version]));
  const versions = Object.fromEntries(contentTags.map((tag) => [tag, stored.get(tag) ?? 0])) as Record<
    ContentTag,
    number
  >;
  const now = Date.now();
  const threads = await readThreadTags(strapi, now);
  const data: CacheTagVersions = { ...versions, ...threads.versions };
  return { data, meta: { purged: { ...threads.purged, ...(await readDeletedUploads(strapi, now)) } } };
};
