import type { PostLink } from 'shared';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { mostShared, type Shelved } from './domain/most-shared';

const most = 3;
/** How far back to look in each topic, and in how many: it costs the same at 100 posts and at 10,000. */
const recent = 30;
const topicsToLookAt = 6;

interface Row {
  post_id: number;
  published: Date | string | number;
}

const newestOn = async (uow: UnitOfWork, topicId: number, except: string): Promise<Shelved[]> => {
  const rows = await strapi.db
    .getConnection('post_index')
    .transacting(uow.trx)
    .where({ kind: 'topic', owner_id: topicId })
    .whereNot('document_id', except)
    .orderBy([
      { column: 'published', order: 'desc' },
      { column: 'document_id', order: 'desc' },
    ])
    .limit(recent)
    .select<Row[]>('post_id', 'published');
  return rows.map(({ post_id, published }) => ({ postId: post_id, published: new Date(published).getTime() }));
};

/** At most three other posts among the newest of its topics: those that share most of its topics first, then the newest. */
export const related = async (
  uow: UnitOfWork,
  documentId: string,
  topicIds: readonly number[],
): Promise<PostLink[]> => {
  const shelves: Shelved[][] = [];
  for (const id of topicIds.slice(0, topicsToLookAt)) shelves.push(await newestOn(uow, id, documentId));
  const ids = mostShared(shelves, most);
  if (ids.length === 0) return [];
  const rows = await strapi.db
    .getConnection('posts')
    .transacting(uow.trx)
    .whereIn('id', ids)
    .select<(PostLink & { id: number })[]>('id', 'slug', 'title');
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(({ slug, title }) => ({ slug, title })));
};
