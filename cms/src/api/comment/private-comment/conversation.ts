import { aboutComment, type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import type { UnitOfWork } from '#src/database/unit-of-work';

/*
 * A private conversation is between the counsellor and the writer of one comment or note. Its messages are rows below
 * that one, for the counsellor only, whether the comment itself is public or not; its writer reads them on the private
 * page.
 */

/** Returns the number of the comment or note that a private conversation is about; its own, if it begins one. */
export const conversationOf = ({ id, root_id, audience }: Pick<CommentRow, 'id' | 'root_id' | 'audience'>): number =>
  audience === 'counsellor' ? (root_id ?? id) : id;

/** Returns the messages below a comment or note, oldest first. */
export const messagesBelow = async (uow: UnitOfWork, id: number): Promise<CommentRow[]> =>
  await commentRows(uow).where({ root_id: id, audience: 'counsellor' }).orderBy(['sent_at', 'id']).select('*');

/**
 * Returns whether a writer can add to the conversation: the counsellor has read the note, or has answered. Before that,
 * the text itself can be changed.
 */
export const mayWriteBack = ({ audience, state }: CommentRow, messages: readonly CommentRow[]): boolean =>
  (audience === 'counsellor' && state === 'read') || messages.some(({ from_counsellor }) => Boolean(from_counsellor));

/** Deletes the messages below a comment or note, with the emails about them. */
export const deleteMessages = async (uow: UnitOfWork, messages: readonly CommentRow[]): Promise<void> => {
  for (const message of messages) {
    await cancelEmails(uow, { about: aboutComment(message) });
    await commentRows(uow).where({ id: message.id }).delete();
  }
};
