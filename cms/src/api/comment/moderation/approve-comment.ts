import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { tellAppeared, tellReplied } from '#src/api/comment/emails/notify-readers';
import { threadChanged } from '#src/api/comment/threads/thread-changed';
import { askToConfirm } from '#src/api/email/mailboxes/ask-to-confirm';
import type { UnitOfWork } from '#src/database/unit-of-work';

/**
 * Puts a comment on the page, whoever decides so: state, the thread's count, and the emails that were asked for. Names the
 * version that was read: nothing happens, and null is given, when the words have changed since or it is approved already.
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
      state_before: before.state,
      decided: now,
      appeared: before.appeared ?? now,
      updated_at: now,
      care_kind: null,
      care_urgent: false,
      care_because: null,
    })
    .returning('*');
  if (!row) return null;
  await threadChanged(uow, row.post_id);
  // What looked like spam made us send nothing; now it turned out to be from a person.
  if (before.state === 'spam') await askToConfirm(uow, row, now, { again: false });
  await tellAppeared(uow, row);
  await tellReplied(uow, row);
  return row;
};
