import type { Core } from '@strapi/strapi';
import { type CommentLocation, threadsPerPage } from 'shared';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { consistentRead, selectRaw, type UnitOfWork } from '#src/database/unit-of-work';
import { postOfComments } from './post-of-comments';
import { publicComment } from './public-comment';
import { hasPlace, hasPlaceBelow } from './visible-comments';

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
    const post = await postOfComments(strapi, { documentId: row.post_id }, now);
    if (post === null) return null;
    return {
      post: { slug: post.slug, title: post.title },
      page: await pageOf(uow, root),
      comment: publicComment(row, (await answeredReply(uow, row)) ?? null, post.counsellor),
      mayBeAnswered: row.state === 'approved' && post.readersMayReply && post.openness.open,
    };
  });
