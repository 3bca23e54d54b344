import { z } from 'zod';

/**
 * The cache tags of content: each committed change adds one to the version of its tag. A redirect has the tag of
 * the content that it leads to; `seats` changes when a page shows a workshop as differently full, `calls` when other
 * times can be booked.
 */
export const contentTags = [
  'posts',
  'topics',
  'authors',
  'pages',
  'practice',
  'media',
  'workshops',
  'seats',
  'calls',
] as const;
type ContentTag = (typeof contentTags)[number];
/** `thread:<slug>` is the tag of one post's comments. */
export type CacheTag = ContentTag | `thread:${string}`;

const uploadPrefix = 'upload:';

/**
 * Returns the tag of one upload and its smaller sizes. It has no version, because an upload never changes: it is purged
 * when the upload is deleted.
 * @param hash the part that its file names share
 */
export const uploadTag = (hash: string): `upload:${string}` => `${uploadPrefix}${hash}`;

/** Returns the hash of the upload whose tag this is, or null for any other tag. */
export const hashOfUpload = (tag: string): string | null =>
  tag.startsWith(uploadPrefix) ? tag.slice(uploadPrefix.length) : null;

const version = z.number().int().min(0);
const versionsOfContent = z.object(
  Object.fromEntries(contentTags.map((tag) => [tag, version])) as Record<ContentTag, typeof version>,
);

/**
 * All content tags, and the threads that changed within the last hour, because there may be as many threads as posts.
 */
const cacheTagVersions = versionsOfContent.and(z.record(z.string(), version));
export type CacheTagVersions = Readonly<Record<ContentTag, number> & Record<string, number>>;

/**
 * When something was last deleted for good from what has a tag, in milliseconds since 1970 by the CMS's clock. Copies
 * of earlier versions must be deleted, too. Listed for longer than a site keeps a page that it does not render again.
 */
const purgedTags = z.record(z.string(), z.int().min(0));
export type PurgedTags = Readonly<Record<string, number>>;

/** GET /api/cache-tags -> 200. A tag in `purged` is in `data`, too, unless it is the tag of an upload. */
export const cacheTagVersionsResponse = z.object({
  data: cacheTagVersions,
  meta: z.object({ purged: purgedTags }),
});
export type CacheTagVersionsResponse = z.infer<typeof cacheTagVersionsResponse>;

/** The tags of each response: it cannot have changed while the versions of these tags are the same. */
export const responseTags = {
  practice: ['practice', 'authors', 'pages', 'media'],
  /** And `thread:<slug>` of each post, because its comments are counted. */
  posts: ['posts', 'topics', 'authors', 'practice', 'media'],
  post: ['posts', 'topics', 'authors', 'practice', 'media', 'workshops'],
  topics: ['topics', 'posts'],
  page: ['pages', 'media'],
  redirect: ['posts', 'topics', 'pages', 'workshops'],
  sitemap: ['posts', 'topics', 'pages', 'workshops'],
  workshops: ['workshops', 'seats', 'media'],
  workshop: ['workshops', 'seats', 'authors', 'practice', 'media'],
  calendar: ['workshops', 'seats'],
  certificate: [],
  contact: ['practice', 'workshops'],
  calls: ['practice', 'calls'],
  /** And `thread:<slug>`. */
  threads: ['posts', 'practice'],
} as const satisfies Record<string, readonly CacheTag[]>;
