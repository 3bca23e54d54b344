import type { Core } from '@strapi/strapi';
import type { Audience, CommentVersion, ModerationOutcome, ReplyOutcome } from 'shared';
import { type CommentRow, commentRows, insertComment } from '#src/api/comment/comment-rows';
import {
  decisionByReply,
  isLeftOut,
  privateReplyError,
  replyError,
  replyPosition,
} from '#src/api/comment/domain/moderation';
import { cancelCommentEmails } from '#src/api/comment/emails/comment-emails';
import { notifyOfReply } from '#src/api/comment/emails/notify-readers';
import { readSignedAs } from '#src/api/comment/own-names';
import { conversationOf } from '#src/api/comment/private-comment/conversation';
import { invalidateThread } from '#src/api/comment/threads/posts';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { macOfContent } from '#src/security/sent-content';
import { applyDecision, isOutcome, lockAsRead, stateOfRoot } from './moderate-comment';

interface Reply {
  text: string;
  /** The idempotency key: the same reply sent twice with it is one reply. */
  nonce: string;
  /** Who can read it; the reply to a private note is private in any case. */
  audience: Audience;
  /** The counsellor was asked whether to publish the comment with its care flag, or with their name under it. */
  confirmed: boolean;
}

const insertReply = (
  uow: UnitOfWork,
  answered: CommentRow,
  { text, nonce, audience, contentMac }: Reply & { contentMac: string },
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
    state: 'approved',
    nonce,
    content_mac: contentMac,
    care_urgent: false,
    personal_details: false,
    sent_at: now,
    opened_at: now,
    decided_at: now,
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
  if (audience !== 'everyone' || state !== 'waiting') return null;
  const hasOwnName = (await readSignedAs(uow.strapi, row)) !== null;
  // Who replies has read it.
  return isLeftOut({ isRead: true, isCareFlagged: row.care_kind !== null, hasOwnName }, { confirmed })
    ? { number, status: 'left-out' }
    : null;
};

/** Makes the decision that a reply implies, and notes a private answer. Who replies has read what is answered. */
const applyReply = async (uow: UnitOfWork, row: CommentRow, audience: Audience, now: Date): Promise<void> => {
  await commentRows(uow).where({ id: row.id }).whereNull('opened_at').update({ opened_at: now });
  const decision = decisionByReply(row, audience);
  if (decision !== null) await applyDecision(uow, row, decision, now);
  if (audience === 'everyone') return;
  // The text that was answered waits no more, nor does what the conversation began with.
  const answered = [row.id, conversationOf(row)];
  await commentRows(uow).whereIn('id', answered).update({ answered_at: now });
  await cancelCommentEmails(uow, row.id, ['somethingWaiting', 'lookToday']);
};

const quotedLength = 60;

/**
 * Why a reply that was changed and sent again is not published at first: the first one was, unseen by the counsellor.
 */
const sentBefore = ({ text }: CommentRow): string => {
  const characters = [...(text ?? '').replace(/\s+/gu, ' ')];
  const quoted =
    characters.length > quotedLength ? `${characters.slice(0, quotedLength).join('')}…` : characters.join('');
  return `Your first reply was sent: “${quoted}” To send this one as well, press the button again.`;
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
    const { text, audience } = sent;
    const contentMac = macOfContent(uow.services.linkKeys, `comment:${number}`, { text, audience });
    const before = await commentRows(uow).where({ nonce: sent.nonce, from_counsellor: true }).first();
    if (before?.content_mac === contentMac) return { outcome: { number, status: 'done' }, reply: before.id };
    if (before) return { outcome: { number, status: 'refused', reason: sentBefore(before) }, reply: null };
    const row = await lockAsRead(uow, read);
    if (isOutcome(row)) return { outcome: row, reply: null };
    const reply: Reply = row.audience === 'counsellor' ? { ...sent, audience: 'counsellor' } : sent;
    const obstacle = await obstacleTo(uow, row, reply);
    if (obstacle) return { outcome: obstacle, reply: null };
    await applyReply(uow, row, reply.audience, now);
    const inserted = await insertReply(uow, row, { ...reply, contentMac }, now);
    if (inserted) await notifyOfReply(uow, inserted);
    if (inserted && reply.audience === 'everyone') await invalidateThread(uow, row.post_id);
    return { outcome: { number, status: 'done' }, reply: inserted?.id ?? null };
  });
