import type { Core } from '@strapi/strapi';
import {
  type CommentLocation,
  type LatestCommentsResponse,
  type Thread,
  threadsPerPage,
  type ThreadsResponse,
} from 'shared';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { consistentRead, selectRaw, type UnitOfWork } from '#src/database/unit-of-work';
import { type CommentedPost, findCommentedPost } from './posts';
import { hasPlace, hasPlaceBelow, publicColumns, publicComment, type PublicRow, readable } from './visible-comments';

const maxLatest = 50;

const columnsOf = (row: string): string => publicColumns.map((column) => `${row}.${column}`).join(', ');

interface Counts {
  threads: number;
  comments: number;
}

/** A comment that can be read counts if the thread that it is in has a place on the page. */
const counted = `${readable('c')} and (c.root_id is null
  or exists (select 1 from comments root where root.id = c.root_id and ${hasPlace('root')}))`;

/**
 * Returns how many comments and replies can be read under each of these posts (document ids), in one statement; posts
 * without any are left out.
 */
export const countComments = async (uow: UnitOfWork, postIds: readonly string[]): Promise<Map<string, number>> => {
  if (postIds.length === 0) return new Map();
  const rows = await selectRaw<{ post_id: string; comments: number | string }>(
    uow,
    `select c.post_id, count(*) as comments from comments c
       where c.post_id in (${postIds.map(() => '?').join(', ')}) and ${counted} group by c.post_id`,
    postIds,
  );
  return new Map(rows.map(({ post_id, comments }) => [post_id, Number(comments)]));
};

/** Counts the threads that have a place on the page, and the comments and replies that can be read in them. */
const countVisible = async (uow: UnitOfWork, postId: string): Promise<Counts> => {
  const [row] = await selectRaw<{ threads: number | string; comments: number | string }>(
    uow,
    `select (select count(*) from comments root where root.post_id = ? and ${hasPlace('root')}) as threads,
       (select count(*) from comments c where c.post_id = ? and ${counted}) as comments`,
    [postId, postId],
  );
  // PostgreSQL's driver returns counts as text.
  return { threads: Number(row?.threads ?? 0), comments: Number(row?.comments ?? 0) };
};

const rootsAndReplies = `with roots as (
    select ${columnsOf('c')} from comments c where c.post_id = ? and ${hasPlace('c')}
      order by c.sent_at, c.id limit ? offset ?)
  select * from roots
  union all
  select ${columnsOf('c')} from comments c where c.root_id in (select id from roots) and ${hasPlaceBelow('c')}
  order by sent_at, id`;

/** Returns one page of threads under a post, oldest first, and the replies in them, in one statement. */
const selectThreads = async (
  uow: UnitOfWork,
  postId: string,
  page: number,
): Promise<{ roots: PublicRow[]; replies: PublicRow[] }> => {
  const values = [postId, threadsPerPage, (page - 1) * threadsPerPage];
  const rows = await selectRaw<PublicRow>(uow, rootsAndReplies, values);
  return { roots: rows.filter((row) => row.root_id === null), replies: rows.filter((row) => row.root_id !== null) };
};

const toThread = (root: PublicRow, replies: readonly PublicRow[], counsellor: string | null): Thread => {
  const byNumber = new Map(replies.map((reply) => [reply.id, reply]));
  const answered = ({ parent_id }: PublicRow) => byNumber.get(parent_id ?? 0) ?? null;
  return {
    ...publicComment(root, null, counsellor),
    replies: replies.map((reply) => publicComment(reply, answered(reply), counsellor)),
  };
};

const toResponse = (post: CommentedPost, page: number, counts: Counts, data: Thread[]): ThreadsResponse => ({
  data,
  meta: {
    post: { slug: post.slug, title: post.title },
    pagination: {
      page,
      pageSize: threadsPerPage,
      pageCount: Math.ceil(counts.threads / threadsPerPage),
      total: counts.threads,
    },
    count: counts.comments,
    openness: post.openness,
    readersMayReply: post.readersMayReply,
    changesAt: post.changesAt?.toISOString() ?? null,
  },
});

const isReadable = ({ state }: PublicRow): boolean => state === 'approved';

/** Returns the counts of a page that shows all threads; null if there may be others. */
const countsOfAll = (page: number, roots: readonly PublicRow[], replies: readonly PublicRow[]): Counts | null =>
  page === 1 && roots.length < threadsPerPage
    ? { threads: roots.length, comments: [...roots, ...replies].filter(isReadable).length }
    : null;

/** Returns one page of the threads under a post. Runs as many statements for 5 comments as for 5,000. */
export const threadsUnder = async (uow: UnitOfWork, post: CommentedPost, page: number): Promise<ThreadsResponse> => {
  const { roots, replies } = await selectThreads(uow, post.id, page);
  const counts = countsOfAll(page, roots, replies) ?? (await countVisible(uow, post.id));
  const byRoot = Map.groupBy(replies, ({ root_id }) => root_id);
  return toResponse(
    post,
    page,
    counts,
    roots.map((root) => toThread(root, byRoot.get(root.id) ?? [], post.counsellor)),
  );
};

/** Returns one page of the threads under the post with that slug, or null if there is no such post. */
export const listThreads = (
  strapi: Core.Strapi,
  slug: string,
  page: number,
  now: Date,
): Promise<ThreadsResponse | null> =>
  consistentRead(strapi, async (uow) => {
    const post = await findCommentedPost(strapi, { slug }, now);
    return post && threadsUnder(uow, post, page);
  });

/**
 * Returns who wrote under a post and when, newest first, for the feed; null if there is no such post. Leaves out the
 * text, because its writer could not withdraw it from a feed reader.
 */
export const listLatestComments = (
  strapi: Core.Strapi,
  slug: string,
  now: Date,
): Promise<LatestCommentsResponse | null> =>
  consistentRead(strapi, async (uow) => {
    const post = await findCommentedPost(strapi, { slug }, now);
    if (post === null) return null;
    const rows = await selectRaw<PublicRow>(
      uow,
      `select ${columnsOf('c')} from comments c where c.post_id = ? and ${readable('c')}
         and (c.root_id is null
           or exists (select 1 from comments root where root.id = c.root_id and ${hasPlace('root')}))
         order by c.sent_at desc, c.id desc limit ?`,
      [post.id, maxLatest],
    );
    const data = rows.map((row) => {
      const { number, at, by } = publicComment(row, null, post.counsellor);
      return { number, at, by };
    });
    const pageCount = data.length > 0 ? 1 : 0;
    return { data, meta: { pagination: { page: 1, pageSize: maxLatest, pageCount, total: data.length } } };
  });

/** Returns the comment of that number and the first of its thread, if both have a place on their post's page. */
export const findOnPage = async (
  uow: UnitOfWork,
  number: number,
): Promise<{ row: CommentRow; root: CommentRow } | null> => {
  const [row] = await selectRaw<CommentRow>(
    uow,
    `select c.* from comments c
       where c.id = ? and (${hasPlace('c')} or c.root_id is not null and ${hasPlaceBelow('c')})`,
    [number],
  );
  if (row === undefined || row.root_id === null) return row ? { row, root: row } : null;
  const [root] = await selectRaw<CommentRow>(uow, `select c.* from comments c where c.id = ? and ${hasPlace('c')}`, [
    row.root_id,
  ]);
  return root ? { row, root } : null;
};

/** Returns the page of threads, from 1, that a root is on. */
const pageOf = async (uow: UnitOfWork, { post_id, sent_at, id }: CommentRow): Promise<number> => {
  const [before] = await selectRaw<{ n: number | string }>(
    uow,
    `select count(*) as n from comments c where c.post_id = ? and ${hasPlace('c')}
       and (c.sent_at < ? or c.sent_at = ? and c.id < ?)`,
    [post_id, sent_at, sent_at, id],
  );
  return Math.floor(Number(before?.n ?? 0) / threadsPerPage) + 1;
};

/** The reply that a reply answers, if readers can see its place; a reply to the root needs none. */
const answeredReply = async (uow: UnitOfWork, row: CommentRow): Promise<CommentRow | undefined> =>
  row.parent_id === null || row.parent_id === row.root_id
    ? undefined
    : commentRows(uow).where({ id: row.parent_id, hidden: false }).whereIn('state', ['approved', 'removed']).first();

/** Returns the post and page that a comment is on, and whether it can be answered now; null if readers can't see it. */
export const locateComment = (strapi: Core.Strapi, number: number, now: Date): Promise<CommentLocation | null> =>
  consistentRead(strapi, async (uow) => {
    const found = await findOnPage(uow, number);
    if (found === null) return null;
    const { row, root } = found;
    const post = await findCommentedPost(strapi, { documentId: row.post_id }, now);
    if (post === null) return null;
    return {
      post: { slug: post.slug, title: post.title },
      page: await pageOf(uow, root),
      comment: publicComment(row, (await answeredReply(uow, row)) ?? null, post.counsellor),
      mayBeAnswered: row.state === 'approved' && post.readersMayReply && post.openness.open,
    };
  });
