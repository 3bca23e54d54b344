import type { Core } from '@strapi/strapi';
import type { CommentVersion, ReplyOutcome } from 'shared';
import { type CommentRow, commentRows, insertComment } from '#src/api/comment/comment-rows';
import { replyError, replyPosition } from '#src/api/comment/domain/moderation';
import { notifyOfReply } from '#src/api/comment/emails/notify-readers';
import { invalidateThread } from '#src/api/comment/threads/posts';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { applyDecision, isOutcome, lockAsRead, stateOfRoot } from './moderate-comment';

interface Reply {
  text: string;
  /** The idempotency key: the same one sent twice is one reply. */
  nonce: string;
}

const insertReply = (
  uow: UnitOfWork,
  answered: CommentRow,
  { text, nonce }: Reply,
  now: Date,
): Promise<CommentRow | undefined> => {
  const { rootId, parentId } = replyPosition({ id: answered.id, rootId: answered.root_id });
  return insertComment(uow, {
    post_id: answered.post_id,
    root_id: rootId,
    parent_id: parentId,
    audience: answered.audience,
    from_counsellor: true,
    text,
    notify_on_approval: false,
    notify_on_reply: false,
    state: 'approved',
    version: 1,
    link_version: 1,
    nonce,
    care_urgent: false,
    personal_details: false,
    sent_at: now,
    opened_at: now,
    decided_at: now,
    hidden: false,
    restored: false,
    open_reports: 0,
    created_at: now,
    updated_at: now,
  });
};

/**
 * Stores and publishes the counsellor's reply in one step. A comment that waits is approved by it; a private note is
 * answered privately and counts as read.
 */
export const replyToComment = (
  strapi: Core.Strapi,
  read: CommentVersion,
  reply: Reply,
  now: Date,
): Promise<ReplyOutcome> =>
  inTransaction(strapi, async (uow) => {
    const { number } = read;
    const before = await commentRows(uow).where({ nonce: reply.nonce, from_counsellor: true }).first();
    if (before) return { outcome: { number, status: 'done' }, reply: before.id };
    const row = await lockAsRead(uow, read);
    if (isOutcome(row)) return { outcome: row, reply: null };
    const { audience, state } = row;
    const facts = { audience, state, hidden: Boolean(row.hidden), isReply: row.root_id !== null };
    const reason = replyError(facts, await stateOfRoot(uow, row));
    if (reason !== null) return { outcome: { number, status: 'refused', reason }, reply: null };
    if (state === 'waiting') await applyDecision(uow, row, audience === 'counsellor' ? 'read' : 'approve', now);
    const inserted = await insertReply(uow, row, reply, now);
    if (inserted) await notifyOfReply(uow, inserted);
    if (inserted && audience === 'everyone') await invalidateThread(uow, row.post_id);
    return { outcome: { number, status: 'done' }, reply: inserted?.id ?? null };
  });
