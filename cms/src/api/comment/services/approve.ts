import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../documents/transaction';
import { askToConfirm } from '../../mailbox/services/ask-to-confirm';
import { type CommentRow,commentRows } from './comment-rows';
import { tellAppeared, tellReplied } from './tell-readers';
import { threadChanged } from './thread-changed';

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
