import type { Core } from '@strapi/strapi';
import type { FullPost, ListedPost, Pagination, PostLink, PostResponse, postsQuery } from 'shared';
import type { z } from 'zod';
import { commentedPost, countComments, threadsUnder } from '#src/api/comment/feature';
import { practiceOfComments } from '#src/api/practice/practice-of-comments';
import { practiceTimeZone } from '#src/api/practice/read-practice';
import { withSeats } from '#src/api/workshop/feature';
import { consistentRead, selectRaw, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf, sourcesOf } from '#src/http/serialise';
import { type IndexedPost, mostShared } from './domain/most-shared';
import { mentionedWorkshops } from './mentions';
import { readFullRows, readListedRows, readPostRow } from './read-post-rows';
import { fullPostOf, mentionsOf, postOf, type PostPageRow, type PostRow, summaryOf } from './serialise-post';

type Query = z.output<typeof postsQuery>;
interface Page<T> {
  data: T[];
  meta: { pagination: Pagination };
}

/** Returns one page of published posts, newest first, with the body only if `full` asks for it. */
export const findPosts = (strapi: Core.Strapi, query: Query): Promise<Page<ListedPost | FullPost>> =>
  consistentRead(strapi, async (uow) => {
    const { page, pageSize } = query;
    const { ids, total } = await postIds(uow, query);
    const meta = { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } };
    if (ids.length === 0) return { data: [], meta };
    const timeZone = await practiceTimeZone(strapi);
    if (query.full !== 'true') {
      const rows = await readListedRows(uow, ids);
      const comments = await countComments(
        uow,
        rows.map(({ documentId }) => documentId),
      );
      const listed = (row: PostRow): ListedPost => ({
        ...summaryOf(row, timeZone),
        comments: comments.get(row.documentId) ?? 0,
      });
      return { data: rows.map(listed), meta };
    }
    const rows = await readFullRows(uow, ids);
    const sources = await sourcesOf(strapi, ...rows.map(({ body }) => body));
    return { data: rows.map((row) => fullPostOf(row, sources, timeZone)), meta };
  });

/**
 * Returns the published post with that slug, its neighbours and related posts, and one page of the comments under it
 * (from 1); null if there is none.
 */
export const findPost = (strapi: Core.Strapi, slug: string, page: number, now: Date): Promise<PostResponse | null> =>
  consistentRead(strapi, async (uow) => {
    const row = await readPostRow(uow, slug);
    if (row === null) return null;
    const practice = await practiceOfComments(strapi);
    const sources = await sourcesOf(strapi, row.body, row.author?.bio);
    const mentioned = row.mentionsWorkshops ? await mentionedWorkshops(uow, row.documentId) : [];
    const data = postOf(row, sources, practice.timeZone, {
      ...(await linksFrom(uow, row, await relatedTo(uow, row))),
      workshops: mentionsOf(await withSeats(uow, mentioned)),
    });
    return { data, meta: { threads: await threadsUnder(uow, commentedPost(row, practice, now), page) } };
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
  published: PostRow['published'];
}

const stepStatement = (side: '<' | '>'): string => {
  const direction = side === '<' ? 'desc' : 'asc';
  return `select * from (select '${side}' as side, id, slug, title from posts
    where published_at is not null and (published, document_id) ${side} (?, ?)
    order by published ${direction}, document_id ${direction} limit 1) as step_${direction}`;
};

const linksStatement = (related: readonly number[]): string =>
  [
    stepStatement('<'),
    stepStatement('>'),
    ...(related.length === 0
      ? []
      : [`select '' as side, id, slug, title from posts where id in (${related.map(() => '?').join(', ')})`]),
  ].join(' union all ');

/**
 * Returns the posts that were published just before and just after this one, and those with the ids, in one statement.
 * Of two at the same instant the documentId decides. One step along the index on the date each way, however many posts
 * there are.
 */
const linksFrom = async (
  uow: UnitOfWork,
  { documentId, published }: Position,
  ids: readonly number[],
): Promise<{ previous: PostLink | null; next: PostLink | null; related: PostLink[] }> => {
  const instant = uow.strapi.db.dialect.client === 'sqlite' ? Date.parse(instantOf(published)) : new Date(published);
  const position = [instant, documentId];
  const values = [...position, ...position, ...ids];
  const found = await selectRaw<PostLink & { side: string; id: number }>(uow, linksStatement(ids), values);
  const linkTo = (matches: (row: { side: string; id: number }) => boolean): PostLink | null => {
    const link = found.find(matches);
    return link === undefined ? null : { slug: link.slug, title: link.title };
  };
  return {
    previous: linkTo(({ side }) => side === '<'),
    next: linkTo(({ side }) => side === '>'),
    related: ids.flatMap((id) => linkTo((row) => row.side === '' && row.id === id) ?? []),
  };
};

const maxRelated = 3;
/** Limits of the search for related posts, so that it costs the same at 100 posts and at 10,000. */
const recent = 30;
const topicsToLookAt = 6;

interface IndexRow {
  owner_id: number;
  post_id: number;
  published: Date | string | number;
}

const newestStatement = (topicIds: readonly number[]): string =>
  topicIds
    .map(
      (_id, at) =>
        `select * from (select owner_id, post_id, published from post_index
          where kind = 'topic' and owner_id = ? and document_id <> ?
          order by published desc, document_id desc limit ${recent}) as newest_${at}`,
    )
    .join(' union all ');

/** Returns the newest posts on each of the topics, in one statement. */
const newestOn = async (uow: UnitOfWork, topicIds: readonly number[], except: string): Promise<IndexedPost[][]> => {
  if (topicIds.length === 0) return [];
  const values = topicIds.flatMap((id) => [id, except]);
  const rows = Map.groupBy(await selectRaw<IndexRow>(uow, newestStatement(topicIds), values), (row) => row.owner_id);
  return topicIds.map((id) =>
    (rows.get(id) ?? []).map(({ post_id, published }) => ({
      postId: post_id,
      published: new Date(published).getTime(),
    })),
  );
};

/**
 * Returns the ids of at most three other posts among the newest of its topics: those that share most topics first, then
 * the newest.
 */
const relatedTo = async (uow: UnitOfWork, { documentId, topics }: PostPageRow): Promise<number[]> => {
  const ids = topics.map(({ id }) => id).slice(0, topicsToLookAt);
  return mostShared(await newestOn(uow, ids, documentId), maxRelated);
};
