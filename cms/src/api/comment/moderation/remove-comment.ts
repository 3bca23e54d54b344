import type { Core } from '@strapi/strapi';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { reportRows } from '#src/api/comment/reports/report-comment';
import { threadChanged } from '#src/api/comment/threads/thread-changed';
import { forgetUnused } from '#src/api/email/mailboxes/mailbox-rows';
import { withdrawLetters } from '#src/api/email/outbox/cancel-emails';
import type { Transaction } from '#src/database/transaction';

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

const isAnswered = async (strapi: Core.Strapi, trx: Transaction, id: number): Promise<boolean> =>
  (await commentRows(strapi, trx).where({ parent_id: id }).orWhere({ root_id: id }).first('id')) !== undefined;

/** Places that were kept only for what has gone now. */
const clearAbove = async (strapi: Core.Strapi, trx: Transaction, ids: readonly (number | null)[]): Promise<void> => {
  for (const id of ids) {
    if (id === null || (await isAnswered(strapi, trx, id))) continue;
    await commentRows(strapi, trx).where({ id, state: 'removed' }).delete();
  }
};

/**
 * Deletes a comment for good, with its reports, its letters and its address if nothing else uses that. While it has replies
 * its row stays, emptied, so that they keep their place; the page says `by` whom it was removed. `row` is locked by the caller.
 */
export const removeComment = async (
  strapi: Core.Strapi,
  trx: Transaction,
  row: CommentRow,
  by: 'writer' | 'counsellor',
): Promise<void> => {
  const { id, parent_id, root_id, mailbox_id } = row;
  await reportRows(strapi, trx).where({ comment_id: id }).delete();
  await withdrawLetters(strapi, trx, { about: `comment:${id}` });
  // Her answers to a note were for its writer alone: they go with it, and leave no empty place that anybody could see.
  if (row.audience === 'counsellor') await commentRows(strapi, trx).where({ root_id: id }).delete();
  if (await isAnswered(strapi, trx, id)) {
    await commentRows(strapi, trx)
      .where({ id })
      .update({ ...emptied, removed_by: by })
      .increment('version', 1);
  } else {
    await commentRows(strapi, trx).where({ id }).delete();
    await clearAbove(strapi, trx, [parent_id, root_id]);
  }
  if (mailbox_id !== null && (await forgetUnused(strapi, trx, mailbox_id)))
    await withdrawLetters(strapi, trx, { mailbox: mailbox_id });
  if (row.state === 'approved') await threadChanged(strapi, trx, row.post_id);
};
