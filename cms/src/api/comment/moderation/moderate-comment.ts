import type { Core } from '@strapi/strapi';
import type { CommentVersion, LegalHold, ModerationDecision, ModerationOutcome } from 'shared';
import { type CommentRow, commentRows, lockComment, sentWithAddress } from '#src/api/comment/comment-rows';
import {
  afterDecision,
  afterUndo,
  approvalError,
  changeSince,
  decisionError,
  isDecidedSo,
  isLeftOut,
} from '#src/api/comment/domain/moderation';
import type { SpamLabel } from '#src/api/comment/domain/spam/learning/spam-counts';
import { cancelCommentEmails } from '#src/api/comment/emails/comment-emails';
import { notifyOfApproval, notifyOfReply } from '#src/api/comment/emails/notify-readers';
import { readSignedAs } from '#src/api/comment/own-names';
import { settleAllReports } from '#src/api/comment/reports';
import { learnFrom } from '#src/api/comment/spam-learning';
import { invalidateThread } from '#src/api/comment/threads/posts';
import { askToConfirm } from '#src/api/email/mailboxes/confirm-address';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { removeCommentForGood } from './removal';

/** Locks the row and returns it if it is still what the counsellor read, otherwise what happened to it. */
export const lockAsRead = async (uow: UnitOfWork, read: CommentVersion): Promise<CommentRow | ModerationOutcome> => {
  const row = await lockComment(uow, read.number);
  const change = changeSince(read, row);
  return row === null || change !== null ? { number: read.number, status: change ?? 'gone' } : row;
};

export const isOutcome = (locked: CommentRow | ModerationOutcome): locked is ModerationOutcome => 'status' in locked;

/** Returns the state of the first comment of a thread; null for a comment that is the first itself. */
export const stateOfRoot = async (uow: UnitOfWork, row: CommentRow) => {
  if (row.root_id === null) return null;
  const root = await lockComment(uow, row.root_id);
  return root && { state: root.state, hidden: Boolean(root.hidden) };
};

/**
 * Publishes a comment: its state, the thread's cache tag, and the emails that were asked for. Returns null and does
 * nothing if the text has changed since `version`, or the comment is already public or can't be.
 */
export const approveComment = async (
  uow: UnitOfWork,
  which: { id: number; version: number },
  now: Date,
): Promise<CommentRow | null> => {
  const before = await commentRows(uow).where(which).forUpdate().first();
  if (!before || before.audience !== 'everyone' || before.state === 'approved' || before.state === 'removed')
    return null;
  const [row] = await commentRows(uow)
    .where(which)
    .update({
      state: 'approved',
      previous_state: before.state,
      decided_at: now,
      first_approved_at: before.first_approved_at ?? now,
      updated_at: now,
    })
    .returning('*');
  if (!row) return null;
  await invalidateThread(uow, row.post_id);
  // Nothing is emailed for spam; now it turned out to be from a person.
  if (before.state === 'spam') await askToConfirm(uow, sentWithAddress(row), now, { publishes: false, network: null });
  await notifyOfApproval(uow, row);
  await notifyOfReply(uow, row);
  return row;
};

/** What a decision says about a comment; a declined one may be either. */
const lessonOf: Readonly<Record<ModerationDecision, SpamLabel | null>> = {
  approve: 'human',
  read: 'human',
  spam: 'spam',
  decline: null,
};

/**
 * Stores a decision and everything that follows from it: published with its emails, or withdrawn with its reports
 * settled.
 */
export const applyDecision = async (
  uow: UnitOfWork,
  row: CommentRow,
  decision: ModerationDecision,
  now: Date,
): Promise<void> => {
  const { id, version } = row;
  const learned_before = row.learned_as;
  const learned = await learnFrom(uow, row, lessonOf[decision]);
  await commentRows(uow)
    .where({ id })
    .update({ ...learned, learned_before });
  await cancelCommentEmails(uow, id, ['somethingWaiting', 'lookToday']);
  if (decision === 'approve') {
    await commentRows(uow).where({ id }).whereNull('opened_at').update({ opened_at: now });
    await approveComment(uow, { id, version }, now);
    return;
  }
  await cancelCommentEmails(uow, id, ['commentAppeared', 'someoneReplied', 'wasItYou', 'reportWaiting']);
  await settleAllReports(uow, id, now);
  const { state, previousState, decidedAt, openedAt } = afterDecision(
    { state: row.state, openedAt: row.opened_at },
    decision,
    now,
  );
  await commentRows(uow).where({ id }).update({
    state,
    previous_state: previousState,
    decided_at: decidedAt,
    opened_at: openedAt,
    updated_at: now,
  });
  if (row.state === 'approved') await invalidateThread(uow, row.post_id);
};

/** How the counsellor came to a decision. */
interface DecisionContext {
  /**
   * It is about this one comment, with its text in view; before one with a care flag or their name is published, they
   * were also asked.
   */
  confirmed: boolean;
  /** They have read its text elsewhere, without opening it in the admin. */
  hasRead?: boolean;
}

/** Whether a comment is left out because the counsellor has not read it, or not chosen this one alone. */
const leftOut = async (
  uow: UnitOfWork,
  row: CommentRow,
  { confirmed, hasRead = false }: DecisionContext,
): Promise<ModerationOutcome | null> => {
  const isRead = hasRead || row.opened_at !== null;
  const hasOwnName = (await readSignedAs(uow.strapi, row)) !== null;
  return isLeftOut({ isRead, isCareFlagged: row.care_kind !== null, hasOwnName }, { confirmed })
    ? { number: row.id, status: 'left-out' }
    : null;
};

/** Returns why a decision is not made, if it is not. */
const obstacleTo = async (
  uow: UnitOfWork,
  row: CommentRow,
  decision: ModerationDecision,
  context: DecisionContext,
): Promise<ModerationOutcome | null> => {
  const { id: number } = row;
  const error = decisionError({ ...row, fromCounsellor: Boolean(row.from_counsellor) }, decision);
  if (error !== null) return { number, status: 'refused', reason: error };
  const unread = await leftOut(uow, row, context);
  if (unread !== null || decision !== 'approve') return unread;
  const reason = approvalError(row.root_id !== null, await stateOfRoot(uow, row));
  return reason === null ? null : { number, status: 'refused', reason };
};

/** Decides about one comment, if it is still what the counsellor read. The same decision again changes nothing. */
export const moderateComment = (
  strapi: Core.Strapi,
  read: CommentVersion,
  decision: ModerationDecision,
  now: Date,
  context: DecisionContext,
): Promise<ModerationOutcome> =>
  inTransaction(strapi, async (uow) => {
    const { number } = read;
    const present = await lockComment(uow, number);
    if (present && read.state !== present.state && isDecidedSo(read, decision, present))
      return { number, status: 'done' };
    const row = await lockAsRead(uow, read);
    if (isOutcome(row)) return row;
    const obstacle = await obstacleTo(uow, row, decision, context);
    if (obstacle) return obstacle;
    await applyDecision(uow, row, decision, now);
    return { number, status: 'done' };
  });

/**
 * Undoes the last decision about a comment. The page follows at once; emails that have not been sent yet are cancelled.
 */
export const undoDecision = (strapi: Core.Strapi, read: CommentVersion, now: Date): Promise<ModerationOutcome> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockAsRead(uow, read);
    if (isOutcome(row)) return row;
    const { number } = read;
    if (row.previous_state === null) return { number, status: 'refused', reason: 'There is no decision to undo.' };
    const isPublicAgain = row.previous_state === 'approved';
    const reason = isPublicAgain ? approvalError(row.root_id !== null, await stateOfRoot(uow, row)) : null;
    if (reason !== null) return { number, status: 'refused', reason };
    await cancelCommentEmails(uow, number, ['commentAppeared', 'someoneReplied', 'wasItYou']);
    const after = afterUndo(row.previous_state, now);
    const learned = await learnFrom(uow, row, row.learned_before);
    await commentRows(uow)
      .where({ id: number })
      .update({
        state: after.state,
        previous_state: after.previousState,
        decided_at: after.decidedAt,
        ...learned,
        learned_before: null,
        updated_at: now,
      });
    if (isPublicAgain || row.state === 'approved') await invalidateThread(uow, row.post_id);
    return { number, status: 'done' };
  });

/**
 * Deletes a comment for good, if it is still what the counsellor read. If it has replies, an empty row keeps its place.
 * What a decision would leave out is left out here, too.
 */
export const deleteComment = (
  strapi: Core.Strapi,
  read: CommentVersion,
  context: DecisionContext,
): Promise<ModerationOutcome> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockAsRead(uow, read);
    if (isOutcome(row)) return row;
    const unread = row.from_counsellor ? null : await leftOut(uow, row, context);
    if (unread !== null) return unread;
    await removeCommentForGood(uow, row, 'counsellor');
    return { number: read.number, status: 'done' };
  });

/** Ends the care flag of a comment for good, if it is still what the counsellor read. */
export const dismissCareFlag = (strapi: Core.Strapi, read: CommentVersion, now: Date): Promise<ModerationOutcome> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockAsRead(uow, read);
    if (isOutcome(row)) return row;
    await commentRows(uow)
      .where({ id: read.number })
      .update({ care_kind: null, care_urgent: false, care_reasons: null, updated_at: now });
    return { number: read.number, status: 'done' };
  });

/**
 * Sets or ends (`null`) a comment's legal hold, which keeps retention from deleting it. Returns false if the comment is
 * gone.
 */
export const setLegalHold = async (strapi: Core.Strapi, number: number, hold: LegalHold | null): Promise<boolean> =>
  (await commentRows(strapi)
    .where({ id: number })
    .whereNot({ state: 'removed' })
    .update({ legal_hold_reason: hold?.reason ?? null, legal_hold_until: hold?.until ?? null })) > 0;
