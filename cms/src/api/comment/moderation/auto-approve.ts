import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { isLetThrough } from '#src/api/comment/domain/auto-approve';
import { findOnPage } from '#src/api/comment/threads/comment-location';
import { practiceOfComments } from '#src/api/practice/comment-practice';
import { commentSettings, type StoredCommentSettings } from '#src/api/practice/domain/comment-settings';
import { jsonOf } from '#src/database/stored-values';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { approveComment } from './approve-comment';

/** Whether she ever approved a comment from that mailbox. */
const approvedBefore = async (uow: UnitOfWork, mailbox: number): Promise<boolean> =>
  (await commentRows(uow).where({ mailbox_id: mailbox, state: 'approved' }).first('id')) !== undefined;

/** Whether the practice lets a comment through once that very comment is confirmed. */
export const wouldBeLetThrough = async (
  uow: UnitOfWork,
  row: CommentRow,
  settings: StoredCommentSettings | null,
): Promise<boolean> => {
  const { holds } = commentSettings(settings);
  if (holds === 'all' || row.mailbox_id === null) return false;
  return isLetThrough({
    holds,
    confirmed: true,
    state: row.state,
    audience: row.audience,
    careFlagged: row.care_kind !== null,
    suspicions: jsonOf(row.suspicions) ?? [],
    personalDetails: Boolean(row.personal_details),
    approvedBefore: await approvedBefore(uow, row.mailbox_id),
  });
};

/** Puts a confirmed comment on the page if the practice lets its writer through; tells whether it did. `row` is locked. */
export const letThrough = async (uow: UnitOfWork, row: CommentRow, now: Date): Promise<boolean> => {
  const { settings } = await practiceOfComments(strapi);
  if (row.confirmed_at === null || !(await wouldBeLetThrough(uow, row, settings))) return false;
  // What it answers may have gone meanwhile: then she decides.
  if (row.parent_id !== null && (await findOnPage(uow, row.parent_id)) === null) return false;
  return (await approveComment(uow, { id: row.id, version: row.version }, now)) !== null;
};
