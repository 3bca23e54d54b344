import type { Core } from '@strapi/strapi';
import type { AsRead, ReplyOutcome } from '#src/api/comment/admin-contract';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { replyObstacle, replyPlace } from '#src/api/comment/domain/reply-position';
import { tellReplied } from '#src/api/comment/emails/notify-readers';
import { threadChanged } from '#src/api/comment/threads/thread-changed';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { isOutcome, lockAsRead, rootOf, setDecision } from './decide-comment';
import type { DeskRow } from './moderation-row';

const writeReply = async (
  uow: UnitOfWork,
  answered: DeskRow,
  words: string,
  nonce: string,
  now: Date,
): Promise<CommentRow | undefined> => {
  const { rootId, parentId } = replyPlace({ id: answered.id, rootId: answered.root_id });
  const row: Partial<CommentRow> = {
    post_id: answered.post_id,
    root_id: rootId,
    parent_id: parentId,
    audience: answered.audience,
    from_counsellor: true,
    words,
    tell_appeared: false,
    tell_replies: false,
    state: 'approved',
    version: 1,
    link_version: 1,
    nonce,
    care_urgent: false,
    personal_details: false,
    sent: now,
    opened: now,
    decided: now,
    hidden: false,
    restored: false,
    open_reports: 0,
    created_at: now,
    updated_at: now,
  };
  const [written] = await commentRows(uow).insert(row).onConflict('nonce').ignore().returning('*');
  return written;
};

/**
 * Writes and publishes her reply in one step: what waits is approved by it, a note is answered privately and counts as
 * read. The same `nonce` sent twice is one reply.
 */
export const replyToComment = (
  strapi: Core.Strapi,
  read: AsRead,
  words: string,
  nonce: string,
  now: Date,
): Promise<ReplyOutcome> =>
  inTransaction(strapi, async (uow) => {
    const { number } = read;
    const before = await commentRows(uow)
      .where({ nonce, from_counsellor: true })
      .first<{ id: number } | undefined>('id');
    if (before) return { outcome: { number, result: 'done' }, reply: before.id };
    const row = await lockAsRead(uow, read);
    if (isOutcome(row)) return { outcome: row, reply: null };
    const standing = {
      audience: row.audience,
      state: row.state,
      hidden: Boolean(row.hidden),
      isReply: row.root_id !== null,
    };
    const because = replyObstacle(standing, await rootOf(uow, row));
    if (because !== null) return { outcome: { number, result: 'refused', because }, reply: null };
    if (row.state === 'waiting') await setDecision(uow, row, row.audience === 'counsellor' ? 'read' : 'approve', now);
    const written = await writeReply(uow, row, words, nonce, now);
    if (written) await tellReplied(uow, written);
    if (written && row.audience === 'everyone') await threadChanged(uow, row.post_id);
    return { outcome: { number, result: 'done' }, reply: written?.id ?? null };
  });
