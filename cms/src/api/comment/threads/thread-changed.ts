import { bumpThreadTag } from '#src/cache-tags/cache-tags';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { servicesOf } from '#src/services';

/**
 * What readers see under a post is different after this transaction: counted in it, and the site hears of it once it is
 * committed. A post that is not published has no page, so nothing is counted.
 */
export const threadChanged = async (uow: UnitOfWork, postId: string): Promise<void> => {
  const post = (await strapi.db
    .query('api::post.post')
    .findOne({ select: ['id', 'slug'], where: { documentId: postId, publishedAt: { $notNull: true } } })) as {
    slug: string;
  } | null;
  if (post === null) return;
  await bumpThreadTag(uow, post.slug, Date.now());
  // Joins the transaction that is under way.
  await inTransaction(strapi, async (uow) => uow.afterCommit(servicesOf(strapi).notifySite));
};
