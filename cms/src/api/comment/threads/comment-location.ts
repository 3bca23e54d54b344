import type { Core } from '@strapi/strapi';
import { type CommentPlace, threadsPerPage } from 'shared';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { consistentRead, type UnitOfWork } from '#src/database/unit-of-work';
import { postOfComments } from './commented-post';
import { publicComment } from './public-comment';
import { ask, hasPlace, hasPlaceBelow } from './visible-comments';

/** The comment of that number and the first one of its thread, if both have a place on their post's page. */
export const findOnPage = async (
  uow: UnitOfWork,
  number: number,
): Promise<{ row: CommentRow; root: CommentRow } | null> => {
  const [row] = await ask<CommentRow>(
    uow,
    `select c.* from comments c where c.id = ? and (${hasPlace('c')} or c.root_id is not null and ${hasPlaceBelow('c')})`,
    [number],
  );
  if (row === undefined || row.root_id === null) return row ? { row, root: row } : null;
  const [root] = await ask<CommentRow>(uow, `select c.* from comments c where c.id = ? and ${hasPlace('c')}`, [
    row.root_id,
  ]);
  return root ? { row, root } : null;
};

const pageOf = async (uow: UnitOfWork, { post_id, sent, id }: CommentRow): Promise<number> => {
  const [before] = await ask<{ n: number | string }>(
    uow,
    `select count(*) as n from comments c where c.post_id = ? and ${hasPlace('c')} and (c.sent < ? or c.sent = ? and c.id < ?)`,
    [post_id, sent, sent, id],
  );
  return Math.floor(Number(before?.n ?? 0) / threadsPerPage) + 1;
};

/** On which page of which post a comment is read, and whether it may be answered now; null for one that readers can't see. */
export const placeOf = (strapi: Core.Strapi, number: number, now: Date): Promise<CommentPlace | null> =>
  consistentRead(strapi, async (uow) => {
    const found = await findOnPage(uow, number);
    if (found === null) return null;
    const { row, root } = found;
    const post = await postOfComments(strapi, { documentId: row.post_id }, now);
    if (post === null) return null;
    const isBelowReply = row.parent_id !== null && row.parent_id !== row.root_id;
    const answered = isBelowReply
      ? await commentRows(uow)
          .where({ id: row.parent_id ?? 0 })
          .whereIn('state', ['approved', 'removed'])
          .where({ hidden: false })
          .first()
      : undefined;
    return {
      post: { slug: post.slug, title: post.title },
      page: await pageOf(uow, root),
      comment: publicComment(row, answered ?? null, post.counsellor),
      mayBeAnswered: row.state === 'approved' && post.readersMayReply && post.openness.open,
    };
  });
