import type { Core } from '@strapi/strapi';

/** What the admin shows of the post that a comment was written on. */
export interface PostOfComment {
  title: string;
  /** Null while readers can't see the post, or when it was deleted. */
  slug: string | null;
}

const gone: PostOfComment = { title: 'A post that is no more', slug: null };

/** The posts with these document ids; joins the transaction that is under way. */
export const postsOfComments = async (
  strapi: Core.Strapi,
  ids: readonly string[],
): Promise<(id: string) => PostOfComment> => {
  const rows = (await strapi.db.query('api::post.post').findMany({
    select: ['documentId', 'slug', 'title', 'publishedAt'],
    where: { documentId: { $in: [...new Set(ids)] } },
  })) as { documentId: string; slug: string | null; title: string | null; publishedAt: string | null }[];
  const known = new Map<string, PostOfComment>();
  for (const { documentId, slug, title, publishedAt } of rows) {
    // Every public post has a draft, too: what readers see goes before what she is working on.
    if (publishedAt !== null || !known.has(documentId))
      known.set(documentId, { title: title ?? 'A post without a title', slug: publishedAt === null ? null : slug });
  }
  return (id) => known.get(id) ?? gone;
};
