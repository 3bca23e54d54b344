import type { PostLink } from 'shared';
import type { UnitOfWork } from '#src/database/unit-of-work';

interface Place {
  documentId: string;
  published: string;
}

const linkOf = ({ slug, title }: PostLink): PostLink => ({ slug, title });

/**
 * The post that was published just before (`<`) or after (`>`) this one; of two at the same instant the documentId
 * decides. One step along the index on the date, however many posts there are.
 */
export const neighbour = async (
  uow: UnitOfWork,
  { documentId, published }: Place,
  side: '<' | '>',
): Promise<PostLink | null> => {
  const direction = side === '<' ? 'desc' : 'asc';
  const found = (await strapi.db
    .getConnection('posts')
    .transacting(uow.trx)
    .select('slug', 'title')
    .whereNotNull('published_at')
    .whereRaw(`(published, document_id) ${side} (?, ?)`, [
      strapi.db.dialect.client === 'sqlite' ? Date.parse(published) : new Date(published),
      documentId,
    ])
    .orderBy([
      { column: 'published', order: direction },
      { column: 'document_id', order: direction },
    ])
    .first()) as PostLink | undefined;
  return found === undefined ? null : linkOf(found);
};
