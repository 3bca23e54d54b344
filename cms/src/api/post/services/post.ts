import type { Core } from '@strapi/strapi';
import type { FullPost, Pagination, Post, postsQuery, PostSummary } from 'shared';
import type { z } from 'zod';
import { filesIn } from '../../../answers/blocks';
import { consistentRead } from '../../../answers/consistent-read';
import { neighbour, related } from './neighbours';
import { fullPostOf, postOf, summaryOf } from './post-answers';
import { inFullList, inList, onPage, type FullPostRow, type PostPageRow, type PostRow } from './post-rows';

type Query = z.output<typeof postsQuery>;
interface Page<T> {
  data: T[];
  meta: { pagination: Pagination };
}

const uid = 'api::post.post';
const newestFirst = [{ published: 'desc' }, { documentId: 'desc' }];
/** Whatever was asked: drafts are nobody's but hers. */
const isPublic = { publishedAt: { $notNull: true } };

const wanted = ({ topic, author }: Query) => ({
  ...isPublic,
  ...(topic !== undefined && { topics: { slug: topic } }),
  ...(author !== undefined && { author: { slug: author } }),
});

const posts = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** One page of published posts, newest first, with the body only if `full` asks for it. */
  list: (query: Query): Promise<Page<PostSummary | FullPost>> =>
    consistentRead(strapi, async () => {
      const { page, pageSize } = query;
      const where = wanted(query);
      const total = await strapi.db.query(uid).count({ where });
      const slice = { where, orderBy: newestFirst, limit: pageSize, offset: (page - 1) * pageSize };
      const pagination = { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
      if (query.full !== 'true') {
        const rows = (await strapi.db.query(uid).findMany({ ...inList, ...slice })) as PostRow[];
        return { data: rows.map(summaryOf), meta: { pagination } };
      }
      const rows = (await strapi.db.query(uid).findMany({ ...inFullList, ...slice })) as FullPostRow[];
      const files = await filesIn(strapi, ...rows.map(({ body }) => body));
      return { data: rows.map((row) => fullPostOf(row, files)), meta: { pagination } };
    }),

  /** The published post of that name with what stands around it, or null. */
  one: (slug: string): Promise<Post | null> =>
    consistentRead(strapi, async (trx) => {
      const row = (await strapi.db.query(uid).findOne({ ...onPage, where: { ...isPublic, slug } })) as PostPageRow | null;
      if (row === null) return null;
      const files = await filesIn(strapi, row.body, row.author?.bio);
      return postOf(row, files, {
        previous: await neighbour(strapi, trx, row, '<'),
        next: await neighbour(strapi, trx, row, '>'),
        related: await related(strapi, trx, row.documentId, row.topics.map(({ id }) => id)),
      });
    }),
});

export default posts;
