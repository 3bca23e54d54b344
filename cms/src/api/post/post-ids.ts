import type { postsQuery } from 'shared';
import type { z } from 'zod';
import type { UnitOfWork } from '#src/database/unit-of-work';

type Query = z.output<typeof postsQuery>;

const owners = { topic: 'topics', author: 'authors' } as const;

/**
 * Which published posts stand on the page that was asked for, newest first, and how many there are in all. Only indexes
 * and the narrow index are read; of the wide rows of posts not one.
 */
export const postIds = async (uow: UnitOfWork, query: Query): Promise<{ ids: number[]; total: number }> => {
  const on = (kind: keyof typeof owners, slug: string) =>
    strapi.db
      .getConnection('post_index as listed')
      .transacting(uow.trx)
      .join(`${owners[kind]} as owner`, 'owner.id', 'listed.owner_id')
      .where({ 'listed.kind': kind, 'owner.slug': slug });
  const narrowed = (): ReturnType<typeof on> => {
    const { topic, author } = query;
    if (topic === undefined) {
      return author === undefined
        ? strapi.db.getConnection('posts as listed').transacting(uow.trx).whereNotNull('listed.published_at')
        : on('author', author);
    }
    return author === undefined
      ? on('topic', topic)
      : on('topic', topic).whereIn('listed.post_id', on('author', author).select('listed.post_id'));
  };
  const id = query.topic === undefined && query.author === undefined ? 'listed.id' : 'listed.post_id';
  const rows = await narrowed()
    .orderBy([
      { column: 'listed.published', order: 'desc' },
      { column: 'listed.document_id', order: 'desc' },
    ])
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .select<{ id: number }[]>(`${id} as id`);
  const counted = await narrowed().count<{ total: number | string }[]>('* as total');
  return { ids: rows.map((row) => row.id), total: Number(counted[0]?.total ?? 0) };
};
