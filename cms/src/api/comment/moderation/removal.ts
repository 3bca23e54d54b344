import type { Core } from '@strapi/strapi';
import type { CommentState } from 'shared';
import { aboutComment, type CommentRow, commentRows, lockComment, reportRows } from '#src/api/comment/comment-rows';
import { daysBefore, dueAt, type RetentionPeriods } from '#src/api/comment/domain/retention';
import { invalidateThread } from '#src/api/comment/threads/posts';
import { deleteUnusedMailbox, mailboxRows } from '#src/api/email/mailboxes/mailbox-rows';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import { commentSettings } from '#src/api/practice/domain/settings';
import { practiceOfComments } from '#src/api/practice/read-practice';
import type { StoredInstant } from '#src/database/stored-values';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';

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

const toDate = (stored: StoredInstant | null): Date | null => (stored === null ? null : new Date(stored));

const isDue = (row: CommentRow, periods: RetentionPeriods, now: Date): boolean => {
  const due = dueAt(
    {
      state: row.state,
      audience: row.audience,
      sentAt: new Date(row.sent_at),
      openedAt: toDate(row.opened_at),
      decidedAt: toDate(row.decided_at),
      onLegalHold: row.legal_hold_reason !== null,
    },
    periods,
  );
  return due !== null && due <= now;
};

/** Returns the numbers of comments that may be due, found by indexes. The rule decides later, on the locked row. */
const findCandidates = async (
  strapi: Core.Strapi,
  { keepSpamDays, keepDeclinedDays, keepNotesDays }: RetentionPeriods,
  now: Date,
): Promise<number[]> => {
  const queries: { state: CommentState; before: Date }[] = [
    { state: 'spam', before: daysBefore(now, keepSpamDays) },
    { state: 'declined', before: daysBefore(now, keepDeclinedDays) },
    { state: 'read', before: daysBefore(now, keepNotesDays) },
  ];
  const numbers: number[] = [];
  for (const { state, before } of queries) {
    const rows = await commentRows(strapi)
      .where({ state })
      .where('sent_at', '<=', before)
      .whereNotNull('opened_at')
      .whereNull('legal_hold_reason')
      .select<{ id: number }[]>('id');
    numbers.push(...rows.map(({ id }) => id));
  }
  return numbers;
};

const deleteIfDue = (strapi: Core.Strapi, id: number, periods: RetentionPeriods, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockComment(uow, id);
    if (row === null || !isDue(row, periods, now)) return false;
    await removeComment(uow, row, 'counsellor');
    return true;
  });

/**
 * Deletes an address that was last used before `before`. Its comments stay, and nobody is emailed about them any more.
 */
const deleteExpiredMailbox = (strapi: Core.Strapi, id: number, before: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    // Comments are locked before their mailbox, here as everywhere.
    await commentRows(uow).where({ mailbox_id: id }).orderBy('id').forUpdate().select('id');
    const deleted = await mailboxRows(uow).where({ id }).where('last_used', '<=', before).delete();
    if (deleted === 0) return false;
    await commentRows(uow)
      .where({ mailbox_id: id })
      .update({ mailbox_id: null, notify_on_approval: false, notify_on_reply: false, confirmed_at: null });
    await cancelEmails(uow, { mailbox: id });
    return true;
  });

/** How many comments and addresses were deleted. */
export interface RetentionCounts {
  comments: number;
  addresses: number;
}

/**
 * Deletes what is older than the practice keeps it, each comment in a transaction of its own, so that a second process
 * doing the same finds nothing left to do. Whatever is on legal hold, with its address, and whatever is unopened stays.
 */
export const applyRetention = async (strapi: Core.Strapi, now: Date): Promise<RetentionCounts> => {
  const periods = commentSettings((await practiceOfComments(strapi)).settings);
  let comments = 0;
  for (const id of await findCandidates(strapi, periods, now))
    if (await deleteIfDue(strapi, id, periods, now)) comments += 1;
  const before = daysBefore(now, periods.keepAddressDays);
  const onHold = commentRows(strapi).select('mailbox_id').whereNotNull('legal_hold_reason').whereNotNull('mailbox_id');
  const old = await mailboxRows(strapi)
    .where('last_used', '<=', before)
    .whereNotIn('id', onHold)
    .select<{ id: number }[]>('id');
  let addresses = 0;
  for (const { id } of old) if (await deleteExpiredMailbox(strapi, id, before)) addresses += 1;
  return { comments, addresses };
};
