import { aboutComment, type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { addReport } from '#src/api/comment/reports';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';

/** What the counsellor reads beside a comment whose address is not its writer's. */
const wordsForCounsellor = (isDiscarded: boolean): string =>
  isDiscarded
    ? 'The owner of the email address that was given with this says that they didn’t write it. It was not published, and the address has been removed.'
    : 'The owner of the email address that was given with this says that they didn’t write it. The address has been removed, so its writer gets no emails.';

/**
 * Takes the address off a comment that its owner did not write, and tells the counsellor calmly. What only waited for
 * the owner's confirmation is declined, still unread, and its private link ends. Anything else stays as it is: whoever
 * mistyped an address may be waiting for an answer.
 *
 * @param row locked by the caller
 * @returns whether it was declined
 * @throws ConflictError if the owner has confirmed it
 */
export const disownComment = async (
  uow: UnitOfWork,
  row: CommentRow,
  { isDiscarded, now }: { isDiscarded: boolean; now: Date },
): Promise<boolean> => {
  if (row.confirmed_at !== null) throw new ConflictError('This was confirmed from the same email address.');
  const { id, state, link_version } = row;
  await cancelEmails(uow, { about: aboutComment(row) });
  await commentRows(uow)
    .where({ id })
    .update({
      mailbox_id: null,
      notify_on_approval: false,
      notify_on_reply: false,
      ...(isDiscarded && {
        state: 'declined',
        previous_state: state,
        decided_at: now,
        link_version: link_version + 1,
      }),
      updated_at: now,
    });
  await commentRows(uow).where({ root_id: id, audience: 'counsellor' }).update({ mailbox_id: null });
  await addReport(uow, row, { reason: 'something-else', text: wordsForCounsellor(isDiscarded) }, now);
  return isDiscarded;
};
