import type { Core } from '@strapi/strapi';
import type { Audience, CommentVersion, ModerationOutcome, ReplyOutcome } from 'shared';
import { type CommentRow, commentRows, insertComment } from '#src/api/comment/comment-rows';
import { isLeftOut, privateReplyError, replyError, replyPosition } from '#src/api/comment/domain/moderation';
import { notifyOfReply } from '#src/api/comment/emails/notify-readers';
import { conversationOf } from '#src/api/comment/private-comment/conversation';
import { invalidateThread } from '#src/api/comment/threads/posts';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { applyDecision, isOutcome, lockAsRead, stateOfRoot } from './moderate-comment';

interface Reply {
  text: string;
  /** The idempotency key: the same one sent twice is one reply. */
  nonce: string;
  /** Who can read it; the reply to a private note is private in any case. */
  audience: Audience;
  /** The counsellor was asked whether to publish the comment with its care flag. */
  confirmed: boolean;
}

const insertReply = (
  uow: UnitOfWork,
  answered: CommentRow,
  { text, nonce, audience }: Reply,
  now: Date,
): Promise<CommentRow | undefined> => {
  const { rootId, parentId } =
    audience === 'counsellor'
      ? replyPosition({ id: conversationOf(answered), rootId: null })
      : replyPosition({ id: answered.id, rootId: answered.root_id });
  return insertComment(uow, {
    post_id: answered.post_id,
    root_id: rootId,
    parent_id: parentId,
    audience,
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

/** Returns why a reply is not stored, if it is not. */
const obstacleTo = async (
  uow: UnitOfWork,
  row: CommentRow,
  { audience, confirmed }: Reply,
): Promise<ModerationOutcome | null> => {
  const { id: number, state } = row;
  const facts = { audience: row.audience, state, hidden: Boolean(row.hidden), isReply: row.root_id !== null };
  const reason = audience === 'counsellor' ? privateReplyError(facts) : replyError(facts, await stateOfRoot(uow, row));
  if (reason !== null) return { number, status: 'refused', reason };
  const publishes = audience === 'everyone' && state === 'waiting';
  // Who replies has read it.
  return publishes && isLeftOut({ isRead: true, isCareFlagged: row.care_kind !== null }, { confirmed })
    ? { number, status: 'left-out' }
    : null;
};

/** A public reply approves a comment that waits, a private one decides nothing; a note counts as read. */
const applyReply = async (uow: UnitOfWork, row: CommentRow, audience: Audience, now: Date): Promise<void> => {
  await commentRows(uow).where({ id: row.id }).whereNull('opened_at').update({ opened_at: now });
  if (row.state !== 'waiting') return;
  if (row.audience === 'counsellor') await applyDecision(uow, row, 'read', now);
  else if (audience === 'everyone') await applyDecision(uow, row, 'approve', now);
};

/**
 * Stores the counsellor's reply. A public one is published at once, and approves a comment that waits; a private one is
 * for the writer alone.
 */
export const replyToComment = (
  strapi: Core.Strapi,
  read: CommentVersion,
  sent: Reply,
  now: Date,
): Promise<ReplyOutcome> =>
  inTransaction(strapi, async (uow) => {
    const { number } = read;
    const before = await commentRows(uow).where({ nonce: sent.nonce, from_counsellor: true }).first();
    if (before) return { outcome: { number, status: 'done' }, reply: before.id };
    const row = await lockAsRead(uow, read);
    if (isOutcome(row)) return { outcome: row, reply: null };
    const reply: Reply = row.audience === 'counsellor' ? { ...sent, audience: 'counsellor' } : sent;
    const obstacle = await obstacleTo(uow, row, reply);
    if (obstacle) return { outcome: obstacle, reply: null };
    await applyReply(uow, row, reply.audience, now);
    const inserted = await insertReply(uow, row, reply, now);
    if (inserted) await notifyOfReply(uow, inserted);
    if (inserted && reply.audience === 'everyone') await invalidateThread(uow, row.post_id);
    return { outcome: { number, status: 'done' }, reply: inserted?.id ?? null };
  });
