import type { Core } from '@strapi/strapi';
import type { AsRead, ReplyOutcome } from '#src/api/comment/admin-contract';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { replyObstacle, replyPlace } from '#src/api/comment/domain/reply-position';
import { tellReplied } from '#src/api/comment/emails/notify-readers';
import { threadChanged } from '#src/api/comment/threads/thread-changed';
import { inTransaction, type Transaction } from '#src/database/transaction';
import { isOutcome, lockAsRead, rootOf, setDecision } from './decide-comment';
import type { DeskRow } from './moderation-row';

const writeReply = async (
  strapi: Core.Strapi,
  trx: Transaction,
  answered: DeskRow,
  words: string,
  nonce: string,
  now: Date,
): Promise<CommentRow | undefined> => {
  const { rootId, parentId } = replyPlace({ id: answered.id, rootId: answered.root_id });
  const row = {
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
  const [written] = (await commentRows(strapi, trx)
    .insert(row)
    .onConflict('nonce')
    .ignore()
    .returning('*')) as CommentRow[];
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
  inTransaction(strapi, async ({ trx }) => {
    const { number } = read;
    const before = await commentRows(strapi, trx)
      .where({ nonce, from_counsellor: true })
      .first<{ id: number } | undefined>('id');
    if (before) return { outcome: { number, result: 'done' }, reply: before.id };
    const row = await lockAsRead(strapi, trx, read);
    if (isOutcome(row)) return { outcome: row, reply: null };
    const standing = {
      audience: row.audience,
      state: row.state,
      hidden: Boolean(row.hidden),
      isReply: row.root_id !== null,
    };
    const because = replyObstacle(standing, await rootOf(strapi, trx, row));
    if (because !== null) return { outcome: { number, result: 'refused', because }, reply: null };
    if (row.state === 'waiting')
      await setDecision(strapi, trx, row, row.audience === 'counsellor' ? 'read' : 'approve', now);
    const written = await writeReply(strapi, trx, row, words, nonce, now);
    if (written) await tellReplied(strapi, trx, written);
    if (written && row.audience === 'everyone') await threadChanged(strapi, trx, row.post_id);
    return { outcome: { number, result: 'done' }, reply: written?.id ?? null };
  });
