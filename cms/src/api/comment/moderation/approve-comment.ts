import type { Core } from '@strapi/strapi';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { tellAppeared, tellReplied } from '#src/api/comment/emails/notify-readers';
import { threadChanged } from '#src/api/comment/threads/thread-changed';
import { askToConfirm } from '#src/api/email/mailboxes/ask-to-confirm';
import type { Transaction } from '#src/database/transaction';

/**
 * Puts a comment on the page, whoever decides so: state, the thread's count, and the letters that were asked for. Names the
 * version that was read: nothing happens, and null is given, when the words have changed since or it is approved already.
 */
export const approveComment = async (
  strapi: Core.Strapi,
  trx: Transaction,
  which: { id: number; version: number },
  now: Date,
): Promise<CommentRow | null> => {
  const before = (await commentRows(strapi, trx).where(which).forUpdate().first()) as CommentRow | undefined;
  if (!before || before.audience !== 'everyone' || before.state === 'approved' || before.state === 'removed')
    return null;
  const [row] = (await commentRows(strapi, trx)
    .where(which)
    .update({
      state: 'approved',
      state_before: before.state,
      decided: now,
      appeared: before.appeared ?? now,
      updated_at: now,
      care_kind: null,
      care_urgent: false,
      care_because: null,
    })
    .returning('*')) as CommentRow[];
  if (!row) return null;
  await threadChanged(strapi, trx, row.post_id);
  // What looked like spam made us send nothing; now it turned out to be from a person.
  if (before.state === 'spam') await askToConfirm(strapi, trx, row, now, { again: false });
  await tellAppeared(strapi, trx, row);
  await tellReplied(strapi, trx, row);
  return row;
};
