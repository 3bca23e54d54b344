import { errors } from '@strapi/utils';
import { type CommentRow, lockComment } from '#src/api/comment/comment-rows';
import { findOnPage } from '#src/api/comment/threads/comment-location';
import type { PostOfComments } from '#src/api/comment/threads/commented-post';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/conflict-error';

/**
 * What a reader answers, locked so that it can't go away meanwhile; null for a first comment.
 *
 * @throws NotFoundError when readers can't see it under this post; ConflictError when it can't be answered
 */
export const lockParent = async (
  uow: UnitOfWork,
  post: PostOfComments,
  number: number | null,
): Promise<CommentRow | null> => {
  if (number === null) return null;
  await lockComment(uow, number);
  const parent = (await findOnPage(uow, number))?.row;
  if (!parent || parent.post_id !== post.id)
    throw new errors.NotFoundError('The comment that you answer is not there any more.');
  if (!post.readersMayReply) throw new ConflictError('Only the counsellor can reply to comments here.');
  if (parent.state === 'removed') throw new ConflictError('The comment that you answer was removed.');
  return parent;
};
