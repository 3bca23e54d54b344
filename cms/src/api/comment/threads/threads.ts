import type { Core } from '@strapi/strapi';
import { type Thread, threadsPerPage, type ThreadsResponse } from 'shared';
import { consistentRead, type UnitOfWork } from '#src/database/unit-of-work';
import { type PostOfComments, postOfComments } from './commented-post';
import { publicColumns, publicComment, type PublicRow } from './public-comment';
import { ask, hasPlace, hasPlaceBelow, readable } from './visible-comments';

const columnsOf = (row: string): string => publicColumns.map((column) => `${row}.${column}`).join(', ');

interface Counts {
  threads: number;
  comments: number;
}

/** How many threads have a place, and how many comments and replies can be read in them. */
const countsOf = async (uow: UnitOfWork, postId: string): Promise<Counts> => {
  const [counted] = await ask<{ threads: number | string; comments: number | string }>(
    uow,
    `select (select count(*) from comments root where root.post_id = ? and ${hasPlace('root')}) as threads,
       (select count(*) from comments c where c.post_id = ? and ${readable('c')}
         and (c.root_id is null or exists (select 1 from comments root where root.id = c.root_id and ${hasPlace('root')}))) as comments`,
    [postId, postId],
  );
  // PostgreSQL's driver gives counts as text.
  return { threads: Number(counted?.threads ?? 0), comments: Number(counted?.comments ?? 0) };
};

const rootsOn = (uow: UnitOfWork, postId: string, page: number): Promise<PublicRow[]> =>
  ask(
    uow,
    `select ${columnsOf('c')} from comments c where c.post_id = ? and ${hasPlace('c')} order by c.sent, c.id limit ? offset ?`,
    [postId, threadsPerPage, (page - 1) * threadsPerPage],
  );

const repliesTo = async (uow: UnitOfWork, roots: readonly PublicRow[]): Promise<PublicRow[]> => {
  if (roots.length === 0) return [];
  const places = roots.map(() => '?').join(', ');
  return ask(
    uow,
    `select ${columnsOf('c')} from comments c where c.root_id in (${places}) and ${hasPlaceBelow('c')} order by c.sent, c.id`,
    roots.map(({ id }) => id),
  );
};

const threadOf = (root: PublicRow, replies: readonly PublicRow[], counsellor: string | null): Thread => {
  const byNumber = new Map(replies.map((reply) => [reply.id, reply]));
  const answered = ({ parent_id }: PublicRow) => byNumber.get(parent_id ?? 0) ?? null;
  return {
    ...publicComment(root, null, counsellor),
    replies: replies.map((reply) => publicComment(reply, answered(reply), counsellor)),
  };
};

const answer = (
  post: PostOfComments,
  page: number,
  { threads, comments }: Counts,
  data: Thread[],
): ThreadsResponse => ({
  data,
  meta: {
    pagination: { page, pageSize: threadsPerPage, pageCount: Math.ceil(threads / threadsPerPage), total: threads },
    count: comments,
    openness: post.openness,
    readersMayReply: post.readersMayReply,
    changesAt: post.changesAt?.toISOString() ?? null,
  },
});

/** One page of what readers wrote under a post, or null when there is no such post; as many statements for 5 comments as for 5,000. */
export const threadsOf = (
  strapi: Core.Strapi,
  slug: string,
  page: number,
  now: Date,
): Promise<ThreadsResponse | null> =>
  consistentRead(strapi, async (uow) => {
    const post = await postOfComments(strapi, { slug }, now);
    if (post === null) return null;
    const counts = await countsOf(uow, post.id);
    const roots = await rootsOn(uow, post.id, page);
    const below = Map.groupBy(await repliesTo(uow, roots), ({ root_id }) => root_id);
    return answer(
      post,
      page,
      counts,
      roots.map((root) => threadOf(root, below.get(root.id) ?? [], post.counsellor)),
    );
  });
