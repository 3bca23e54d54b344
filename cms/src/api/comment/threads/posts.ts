import type { Core } from '@strapi/strapi';
import { type OpennessNow, opennessOf } from '#src/api/comment/domain/openness';
import { commentSettings, type StoredCommentSettings } from '#src/api/practice/domain/settings';
import { type PracticeOfComments, practiceOfComments } from '#src/api/practice/practice-of-comments';
import { bumpThreadTag, purgeThreadTag } from '#src/cache-tags/cache-tags';
import { booleanOf, type StoredBoolean, type StoredInstant } from '#src/database/stored-values';
import { inReadTransaction, selectRaw, type UnitOfWork } from '#src/database/unit-of-work';

/** A published post with everything that decides about its comments. `id` is its document id. */
export interface CommentedPost extends OpennessNow {
  id: string;
  slug: string;
  title: string;
  counsellor: string | null;
  readersMayReply: boolean;
  settings: StoredCommentSettings | null;
}

/** The columns of a published post that `commentedPost` reads. */
interface CommentedRow {
  documentId: string;
  slug: string;
  title: string;
  commentsOpen: StoredBoolean | null;
  published: string | StoredInstant;
}

/** Returns what decides about the comments under a post that has been read. */
export const commentedPost = (row: CommentedRow, practice: PracticeOfComments, now: Date): CommentedPost => {
  const { counsellor, settings, away } = practice;
  const { closeAfterDays, readersMayReply } = commentSettings(settings);
  const facts = {
    commentsOpen: booleanOf(row.commentsOpen) ?? true,
    published: new Date(row.published),
    closeAfterDays,
    awayUntil: away === null ? null : new Date(away.until),
    awayMessage: away?.message ?? null,
  };
  return {
    id: row.documentId,
    slug: row.slug,
    title: row.title,
    counsellor,
    readersMayReply,
    settings,
    ...opennessOf(facts, now),
  };
};

const columns = `p.document_id as "documentId", p.slug, p.title, p.comments_open as "commentsOpen",
  coalesce(p.published, p.published_at) as published`;
const bySlug = `select ${columns} from posts p where p.slug = ? and p.published_at is not null limit 1`;
const byDocument = `select ${columns} from posts p where p.document_id = ? and p.published_at is not null limit 1`;

/** Returns the published post that `where` names, or null. Runs in the current transaction if there is one. */
export const findCommentedPost = (
  strapi: Core.Strapi,
  where: { slug: string } | { documentId: string },
  now: Date,
): Promise<CommentedPost | null> =>
  inReadTransaction(strapi, async (uow) => {
    const [row] = await ('slug' in where
      ? selectRaw<CommentedRow>(uow, bySlug, [where.slug])
      : selectRaw<CommentedRow>(uow, byDocument, [where.documentId]));
    return row === undefined ? null : commentedPost(row, await practiceOfComments(strapi), now);
  });

/** Returns the slug of a post; null while readers can't see it, or when it was deleted. */
export const publicSlug = async (strapi: Core.Strapi, documentId: string): Promise<string | null> => {
  const post = (await strapi.db
    .query('api::post.post')
    .findOne({ select: ['id', 'slug'], where: { documentId, publishedAt: { $notNull: true } } })) as {
    slug: string;
  } | null;
  return post?.slug ?? null;
};

/**
 * Raises the version of a thread's cache tag in this transaction, and tells the site once it is committed. An
 * unpublished post has no page, so nothing happens.
 */
export const invalidateThread = async (uow: UnitOfWork, postId: string): Promise<void> => {
  const post = (await uow.strapi.db
    .query('api::post.post')
    .findOne({ select: ['id', 'slug'], where: { documentId: postId, publishedAt: { $notNull: true } } })) as {
    slug: string;
  } | null;
  if (post === null) return;
  await bumpThreadTag(uow, post.slug, Date.now());
  uow.afterCommit(uow.services.notifySite);
};

/**
 * Lets every site process delete its copies of a thread's pages, because something on them was deleted for good.
 * Includes a post that is not public any more: copies of its page may be left.
 */
export const purgeThread = async (uow: UnitOfWork, postId: string): Promise<void> => {
  const posts = (await uow.strapi.db
    .query('api::post.post')
    .findMany({ select: ['id', 'slug'], where: { documentId: postId } })) as { slug: string | null }[];
  const slugs = new Set(posts.flatMap(({ slug }) => slug ?? []));
  for (const slug of slugs) await purgeThreadTag(uow, slug, Date.now());
  uow.afterCommit(uow.services.notifySite);
};

/** What the admin shows of the post of a comment. */
export interface PostReference {
  title: string;
  /** Null while readers can't see the post, or when it was deleted. */
  slug: string | null;
}

const gone: PostReference = { title: 'A deleted post', slug: null };

/** Returns the posts with these document ids, in the current transaction if there is one. */
export const findPostReferences = async (
  strapi: Core.Strapi,
  ids: readonly string[],
): Promise<(id: string) => PostReference> => {
  const rows = (await strapi.db.query('api::post.post').findMany({
    select: ['documentId', 'slug', 'title', 'publishedAt'],
    where: { documentId: { $in: [...new Set(ids)] } },
  })) as { documentId: string; slug: string | null; title: string | null; publishedAt: string | null }[];
  const known = new Map<string, PostReference>();
  for (const { documentId, slug, title, publishedAt } of rows) {
    // Every public post has a draft, too: the published version goes before the one that is being edited.
    if (publishedAt !== null || !known.has(documentId))
      known.set(documentId, { title: title ?? 'A post without a title', slug: publishedAt === null ? null : slug });
  }
  return (id) => known.get(id) ?? gone;
};
