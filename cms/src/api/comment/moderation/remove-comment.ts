import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { reportRows } from '#src/api/comment/reports/report-comment';
import { threadChanged } from '#src/api/comment/threads/thread-changed';
import { forgetUnused } from '#src/api/email/mailboxes/mailbox-rows';
import { cancelEmails } from '#src/api/email/outbox/cancel-emails';
import type { UnitOfWork } from '#src/database/unit-of-work';

/** What is left of a comment that others answer: its place in the thread, and nothing that anybody wrote or gave. */
const emptied = {
  state: 'removed',
  name: null,
  words: null,
  mailbox_id: null,
  tell_appeared: false,
  tell_replies: false,
  confirmed_at: null,
  fingerprint: null,
  care_kind: null,
  care_urgent: false,
  care_because: null,
  suspicions: null,
  personal_details: false,
  open_reports: 0,
  held_because: null,
  held_until: null,
} as const;

const isAnswered = async (uow: UnitOfWork, id: number): Promise<boolean> =>
  (await commentRows(uow).where({ parent_id: id }).orWhere({ root_id: id }).first('id')) !== undefined;

/** Places that were kept only for what has gone now. */
const clearAbove = async (uow: UnitOfWork, ids: readonly (number | null)[]): Promise<void> => {
  for (const id of ids) {
    if (id === null || (await isAnswered(uow, id))) continue;
    await commentRows(uow).where({ id, state: 'removed' }).delete();
  }
};

/**
 * Deletes a comment for good, with its reports, its emails and its address if nothing else uses that. While it has replies
 * its row stays, emptied, so that they keep their place; the page says `by` whom it was removed. `row` is locked by the caller.
 */
export const removeComment = async (uow: UnitOfWork, row: CommentRow, by: 'writer' | 'counsellor'): Promise<void> => {
  const { id, parent_id, root_id, mailbox_id } = row;
  await reportRows(uow).where({ comment_id: id }).delete();
  await cancelEmails(uow, { about: `comment:${id}` });
  // Her answers to a note were for its writer alone: they go with it, and leave no empty place that anybody could see.
  if (row.audience === 'counsellor') await commentRows(uow).where({ root_id: id }).delete();
  if (await isAnswered(uow, id)) {
    await commentRows(uow)
      .where({ id })
      .update({ ...emptied, removed_by: by })
      .increment('version', 1);
  } else {
    await commentRows(uow).where({ id }).delete();
    await clearAbove(uow, [parent_id, root_id]);
  }
  if (mailbox_id !== null && (await forgetUnused(uow, mailbox_id))) await cancelEmails(uow, { mailbox: mailbox_id });
  if (row.state === 'approved') await threadChanged(uow, row.post_id);
};
