import { aboutComment, type CommentRow, commentRows, reportRows } from '#src/api/comment/comment-rows';
import { invalidateThread } from '#src/api/comment/threads/posts';
import { deleteUnusedMailbox } from '#src/api/email/mailboxes/mailbox-rows';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import type { UnitOfWork } from '#src/database/unit-of-work';

/**
 * What is left of a removed comment that has replies: its place in the thread, and nothing that anybody wrote or gave.
 */
const emptied = {
  state: 'removed',
  name: null,
  text: null,
  mailbox_id: null,
  notify_on_approval: false,
  notify_on_reply: false,
  confirmed_at: null,
  fingerprint: null,
  care_kind: null,
  care_urgent: false,
  care_reasons: null,
  spam_reasons: null,
  personal_details: false,
  open_reports: 0,
  legal_hold_reason: null,
  legal_hold_until: null,
} as const;

const hasReplies = async (uow: UnitOfWork, id: number): Promise<boolean> =>
  (await commentRows(uow).where({ parent_id: id }).orWhere({ root_id: id }).first('id')) !== undefined;

/** Deletes emptied rows above a comment that were kept only for it. */
const deleteEmptiedAbove = async (uow: UnitOfWork, ids: readonly (number | null)[]): Promise<void> => {
  for (const id of ids) {
    if (id === null || (await hasReplies(uow, id))) continue;
    await commentRows(uow).where({ id, state: 'removed' }).delete();
  }
};

/**
 * Deletes a comment for good, with its reports, its emails, and its address if nothing else uses that. If it has
 * replies, its row stays, emptied, so that they keep their place; the page says who removed it.
 *
 * @param row locked by the caller
 */
export const removeComment = async (uow: UnitOfWork, row: CommentRow, by: 'writer' | 'counsellor'): Promise<void> => {
  const { id, parent_id, root_id, mailbox_id } = row;
  await reportRows(uow).where({ comment_id: id }).delete();
  await cancelEmails(uow, { about: aboutComment({ id }) });
  // The counsellor's answers to a private note were for its writer alone: they go with it and leave no emptied row.
  if (row.audience === 'counsellor') await commentRows(uow).where({ root_id: id }).delete();
  if (await hasReplies(uow, id)) {
    await commentRows(uow)
      .where({ id })
      .update({ ...emptied, removed_by: by })
      .increment('version', 1);
  } else {
    await commentRows(uow).where({ id }).delete();
    await deleteEmptiedAbove(uow, [parent_id, root_id]);
  }
  if (mailbox_id !== null) await deleteUnusedMailbox(uow, mailbox_id);
  if (row.state === 'approved') await invalidateThread(uow, row.post_id);
};
