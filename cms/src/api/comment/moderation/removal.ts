import { aboutComment, type CommentRow, commentRows, reportRows, wasPublic } from '#src/api/comment/comment-rows';
import { deleteMessages, messagesBelow } from '#src/api/comment/private-comment/conversation';
import { learnFrom, unlearn } from '#src/api/comment/spam-learning';
import { purgeThread } from '#src/api/comment/threads/posts';
import { deleteUnusedMailbox } from '#src/api/email/mailboxes/mailbox-rows';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import { recordInTransaction } from '#src/database/applied-erasures';
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
  learned_as: null,
  learned_before: null,
  personal_details: false,
  open_reports: 0,
  legal_hold_reason: null,
  legal_hold_until: null,
  answered_at: null,
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

/** What a private answer was about waits again when that is deleted, unless there is an earlier one. */
const forgetAnswer = async (uow: UnitOfWork, { id, root_id }: CommentRow): Promise<void> => {
  if (root_id === null) return;
  const others = commentRows(uow).where({ root_id, audience: 'counsellor', from_counsellor: true }).whereNot({ id });
  const last = await others.orderBy('sent_at', 'desc').first('sent_at');
  await commentRows(uow)
    .where({ id: root_id })
    .whereNotNull('answered_at')
    .update({ answered_at: last?.sent_at ?? null });
};

/** What the record of erasures calls a comment: its number is given again after a backup was restored. */
export const removedComment = ({ id, sent_at }: Pick<CommentRow, 'id' | 'sent_at'>): string =>
  `comment:${id}:${new Date(sent_at).getTime()}`;

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
  // The private conversation about it was for its writer alone: it goes with it and leaves no emptied row.
  await deleteMessages(uow, await messagesBelow(uow, id));
  if (row.from_counsellor && row.audience === 'counsellor') await forgetAnswer(uow, row);
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
  if (wasPublic(row)) await purgeThread(uow, row.post_id);
};

export const removedName = ({ id, sent_at }: Pick<CommentRow, 'id' | 'sent_at'>): string =>
  `name:${id}:${new Date(sent_at).getTime()}`;

/** Removes the name of a comment's writer. @param row locked by the caller */
export const removeNameFrom = async (uow: UnitOfWork, row: CommentRow, now: Date): Promise<void> => {
  const nameless = { name: null, updated_at: now };
  // What the filter learned from the name goes, too; what it learned from the text stays.
  await unlearn(uow, row);
  await learnFrom(uow, { ...row, name: null, learned_as: null }, row.learned_as);
  await commentRows(uow).where({ id: row.id }).update(nameless);
  await commentRows(uow).where({ root_id: row.id, audience: 'counsellor' }).update(nameless);
  if (wasPublic(row)) await purgeThread(uow, row.post_id);
};

/** Deletes a comment for good because someone decided so, also if a backup brings it back. */
export const removeCommentForGood = async (
  uow: UnitOfWork,
  row: CommentRow,
  by: 'writer' | 'counsellor',
): Promise<void> => {
  await removeComment(uow, row, by);
  await recordInTransaction(uow, removedComment(row), new Date());
};
