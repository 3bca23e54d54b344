import type { Core } from '@strapi/strapi';
import type { FullPost, Pagination, Post, PostLink, postsQuery, PostSummary } from 'shared';
import type { z } from 'zod';
import { practiceTimeZone } from '#src/api/practice/read-practice';
import { withSeats } from '#src/api/workshop/feature';
import { consistentRead, type UnitOfWork } from '#src/database/unit-of-work';
import { sourcesOf } from '#src/http/serialise';
import { type IndexedPost, mostShared } from './domain/most-shared';
import { mentionedWorkshops } from './mentions';
import {
  fullPostOf,
  type FullPostRow,
  inFullList,
  inList,
  mentionsOf,
  onPage,
  postOf,
  type PostPageRow,
  type PostRow,
  summaryOf,
} from './serialise-post';

type Query = z.output<typeof postsQuery>;
interface Page<T> {
  data: T[];
  meta: { pagination: Pagination };
}

const uid = 'api::post.post';
/** Drafts are never served, whatever the query says. */
const whenPublished = { publishedAt: { $notNull: true } };

const inOrder = <T extends PostRow>(rows: readonly T[], ids: readonly number[]): T[] =>
  ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);

/** Returns one page of published posts, newest first, with the body only if `full` asks for it. */
export const findPosts = (strapi: Core.Strapi, query: Query): Promise<Page<PostSummary | FullPost>> =>
  consistentRead(strapi, async (uow) => {
    const { page, pageSize } = query;
    const { ids, total } = await postIds(uow, query);
    const meta = { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } };
    if (ids.length === 0) return { data: [], meta };
    const where = { ...whenPublished, id: { $in: ids } };
    const timeZone = await practiceTimeZone(strapi);
    if (query.full !== 'true') {
      const rows = (await strapi.db.query(uid).findMany({ ...inList, where })) as PostRow[];
      return { data: inOrder(rows, ids).map((row) => summaryOf(row, timeZone)), meta };
    }
    const rows = (await strapi.db.query(uid).findMany({ ...inFullList, where })) as FullPostRow[];
    const sources = await sourcesOf(strapi, ...rows.map(({ body }) => body));
    return { data: inOrder(rows, ids).map((row) => fullPostOf(row, sources, timeZone)), meta };
  });

/** Returns the published post with that slug, its neighbours and related posts, or null. */
export const findPost = (strapi: Core.Strapi, slug: string): Promise<Post | null> =>
  consistentRead(strapi, async (uow) => {
    const row = (await strapi.db
      .query(uid)
      .findOne({ ...onPage, where: { ...whenPublished, slug } })) as PostPageRow | null;
    if (row === null) return null;
    const sources = await sourcesOf(strapi, row.body, row.author?.bio);
    return postOf(row, sources, await practiceTimeZone(strapi), {
      previous: await neighbour(uow, row, '<'),
      next: await neighbour(uow, row, '>'),
      workshops: mentionsOf(await withSeats(uow, await mentionedWorkshops(uow, row.documentId))),
      related: await related(
        uow,
        row.documentId,
        row.topics.map(({ id }) => id),
      ),
    });
  });

const owners = { topic: 'topics', author: 'authors' } as const;

/**
 * Returns the ids of one page of published posts, newest first, and how many there are in all. Reads indexes and the
 * narrow `post_index` only, because the rows of posts are wide.
 */
const postIds = async (uow: UnitOfWork, query: Query): Promise<{ ids: number[]; total: number }> => {
  const on = (kind: keyof typeof owners, slug: string) =>
    uow.strapi.db
      .getConnection('post_index as listed')
      .transacting(uow.trx)
      .join(`${owners[kind]} as owner`, 'owner.id', 'listed.owner_id')
      .where({ 'listed.kind': kind, 'owner.slug': slug });
  const narrowed = (): ReturnType<typeof on> => {
    const { topic, author } = query;
    if (topic === undefined) {
      return author === undefined
        ? uow.strapi.db.getConnection('posts as listed').transacting(uow.trx).whereNotNull('listed.published_at')
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

interface Position {
  documentId: string;
  published: string;
}

const linkOf = ({ slug, title }: PostLink): PostLink => ({ slug, title });

/**
 * Returns the post that was published just before (`<`) or after (`>`) this one; of two at the same instant the
 * documentId decides. One step along the index on the date, however many posts there are.
 */
const neighbour = async (
  uow: UnitOfWork,
  { documentId, published }: Position,
  side: '<' | '>',
): Promise<PostLink | null> => {
  const direction = side === '<' ? 'desc' : 'asc';
  const found = (await uow.strapi.db
    .getConnection('posts')
    .transacting(uow.trx)
    .select('slug', 'title')
    .whereNotNull('published_at')
    .whereRaw(`(published, document_id) ${side} (?, ?)`, [
      uow.strapi.db.dialect.client === 'sqlite' ? Date.parse(published) : new Date(published),
      documentId,
    ])
    .orderBy([
      { column: 'published', order: direction },
      { column: 'document_id', order: direction },
    ])
    .first()) as PostLink | undefined;
  return found === undefined ? null : linkOf(found);
};

const maxRelated = 3;
/** Limits of the search for related posts, so that it costs the same at 100 posts and at 10,000. */
const recent = 30;
const topicsToLookAt = 6;

interface IndexRow {
  post_id: number;
  published: Date | string | number;
}

const newestOn = async (uow: UnitOfWork, topicId: number, except: string): Promise<IndexedPost[]> => {
  const rows = await uow.strapi.db
    .getConnection('post_index')
    .transacting(uow.trx)
    .where({ kind: 'topic', owner_id: topicId })
    .whereNot('document_id', except)
    .orderBy([
      { column: 'published', order: 'desc' },
      { column: 'document_id', order: 'desc' },
    ])
    .limit(recent)
    .select<IndexRow[]>('post_id', 'published');
  return rows.map(({ post_id, published }) => ({ postId: post_id, published: new Date(published).getTime() }));
};

/**
 * Returns at most three other posts among the newest of its topics: those that share most topics first, then the
 * newest.
 */
const related = async (uow: UnitOfWork, documentId: string, topicIds: readonly number[]): Promise<PostLink[]> => {
  const postsByTopic: IndexedPost[][] = [];
  for (const id of topicIds.slice(0, topicsToLookAt)) postsByTopic.push(await newestOn(uow, id, documentId));
  const ids = mostShared(postsByTopic, maxRelated);
  if (ids.length === 0) return [];
  const rows = await uow.strapi.db
    .getConnection('posts')
    .transacting(uow.trx)
    .whereIn('id', ids)
    .select<(PostLink & { id: number })[]>('id', 'slug', 'title');
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(({ slug, title }) => ({ slug, title })));
};
