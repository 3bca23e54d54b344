import type { Core } from '@strapi/strapi';
import { type OpennessNow, opennessOf } from '#src/api/comment/domain/openness';
import { practiceOfComments } from '#src/api/practice/comment-practice';
import { commentSettings, type StoredCommentSettings } from '#src/api/practice/domain/comment-settings';

/** A post with what decides about its comments. `id` is the one that stays when it is published again. */
export interface PostOfComments extends OpennessNow {
  id: string;
  slug: string;
  title: string;
  counsellor: string | null;
  readersMayReply: boolean;
  settings: StoredCommentSettings | null;
}

interface Row {
  documentId: string;
  slug: string;
  title: string;
  commentsOpen: boolean | null;
  published: string | null;
  publishedAt: string;
}

/** The published post that `where` names and the settings for its comments, or null; three statements, joining a transaction. */
export const postOfComments = async (
  strapi: Core.Strapi,
  where: { slug: string } | { documentId: string },
  now: Date,
): Promise<PostOfComments | null> => {
  const row = (await strapi.db.query('api::post.post').findOne({
    select: ['id', 'documentId', 'slug', 'title', 'commentsOpen', 'published', 'publishedAt'],
    where: { ...where, publishedAt: { $notNull: true } },
  })) as Row | null;
  if (row === null) return null;
  const { counsellor, settings } = await practiceOfComments(strapi);
  const { closeAfterDays, readersMayReply } = commentSettings(settings);
  const facts = {
    commentsOpen: row.commentsOpen ?? true,
    published: new Date(row.published ?? row.publishedAt),
    closeAfterDays,
    awayUntil: settings?.awayUntil ? new Date(settings.awayUntil) : null,
    awayWords: settings?.awayWords ?? null,
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
