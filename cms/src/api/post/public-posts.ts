import type { Core } from '@strapi/strapi';
import type { FullPost, Pagination, Post, postsQuery, PostSummary } from 'shared';
import type { z } from 'zod';
import { withSeats } from '#src/api/workshop/seats/seat-counts';
import { consistentRead } from '#src/database/unit-of-work';
import { filesIn } from '#src/http/serialise-blocks';
import { neighbour } from './neighbours';
import { postIds } from './post-ids';
import { type FullPostRow, inFullList, inList, onPage, type PostPageRow, type PostRow } from './post-rows';
import { related } from './related-posts';
import { fullPostOf, mentionsOf, postOf, summaryOf } from './serialise-post';

type Query = z.output<typeof postsQuery>;
interface Page<T> {
  data: T[];
  meta: { pagination: Pagination };
}

const uid = 'api::post.post';
/** Whatever was asked: drafts are nobody's but hers. */
const isPublic = { publishedAt: { $notNull: true } };

const inOrder = <T extends PostRow>(rows: readonly T[], ids: readonly number[]): T[] =>
  ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);

const posts = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** One page of published posts, newest first, with the body only if `full` asks for it. */
  list: (query: Query): Promise<Page<PostSummary | FullPost>> =>
    consistentRead(strapi, async (uow) => {
      const { page, pageSize } = query;
      const { ids, total } = await postIds(uow, query);
      const meta = { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } };
      if (ids.length === 0) return { data: [], meta };
      const where = { ...isPublic, id: { $in: ids } };
      if (query.full !== 'true') {
        const rows = (await strapi.db.query(uid).findMany({ ...inList, where })) as PostRow[];
        return { data: inOrder(rows, ids).map(summaryOf), meta };
      }
      const rows = (await strapi.db.query(uid).findMany({ ...inFullList, where })) as FullPostRow[];
      const files = await filesIn(strapi, ...rows.map(({ body }) => body));
      return { data: inOrder(rows, ids).map((row) => fullPostOf(row, files)), meta };
    }),

  /** The published post of that name with what stands around it, or null. */
  one: (slug: string): Promise<Post | null> =>
    consistentRead(strapi, async (uow) => {
      const row = (await strapi.db
        .query(uid)
        .findOne({ ...onPage, where: { ...isPublic, slug } })) as PostPageRow | null;
      if (row === null) return null;
      const files = await filesIn(strapi, row.body, row.author?.bio);
      return postOf(row, files, {
        previous: await neighbour(uow, row, '<'),
        next: await neighbour(uow, row, '>'),
        workshops: mentionsOf(await withSeats(uow, row.workshops)),
        related: await related(
          uow,
          row.documentId,
          row.topics.map(({ id }) => id),
        ),
      });
    }),
});

export default posts;
