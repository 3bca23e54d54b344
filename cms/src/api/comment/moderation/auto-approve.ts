import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { meetsAutoApproval } from '#src/api/comment/domain/moderation';
import { readSignedAs } from '#src/api/comment/own-names';
import { publicSlug } from '#src/api/comment/threads/posts';
import { findOnPage } from '#src/api/comment/threads/threads';
import { commentSettings, type StoredCommentSettings } from '#src/api/practice/domain/settings';
import { practiceOfComments } from '#src/api/practice/practice-of-comments';
import { jsonOf } from '#src/database/stored-values';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { approveComment } from './moderate-comment';

/** Only what the owner of an address has confirmed counts: others may have written the rest. */
const isTrustedCommenter = async (uow: UnitOfWork, mailbox: number): Promise<boolean> =>
  (await commentRows(uow)
    .where({ mailbox_id: mailbox, state: 'approved' })
    .whereNotNull('confirmed_at')
    .first('id')) !== undefined;

/** Returns whether confirming this very comment by email would publish it without moderation. */
export const canAutoApprove = async (
  uow: UnitOfWork,
  row: CommentRow,
  settings: StoredCommentSettings | null,
): Promise<boolean> => {
  const { moderated } = commentSettings(settings);
  if (moderated === 'all' || row.mailbox_id === null) return false;
  return meetsAutoApproval({
    moderated,
    isConfirmed: true,
    state: row.state,
    audience: row.audience,
    isCareFlagged: row.care_kind !== null,
    hasOwnName: (await readSignedAs(uow.strapi, row)) !== null,
    spamReasons: jsonOf(row.spam_reasons) ?? [],
    hasPersonalDetails: Boolean(row.personal_details),
    isAnswered: row.answered_at !== null,
    isTrustedCommenter: await isTrustedCommenter(uow, row.mailbox_id),
  });
};

/**
 * Publishes a confirmed comment of a trusted commenter, if the practice's settings allow it. Returns whether it did.
 *
 * @param row locked by the caller
 */
export const autoApprove = async (uow: UnitOfWork, row: CommentRow, now: Date): Promise<boolean> => {
  const { settings } = await practiceOfComments(uow.strapi);
  if (row.confirmed_at === null || !(await canAutoApprove(uow, row, settings))) return false;
  // Its post, or the comment that it answers, may have gone meanwhile: then the counsellor decides.
  if ((await publicSlug(uow.strapi, row.post_id)) === null) return false;
  if (row.parent_id !== null && (await findOnPage(uow, row.parent_id)) === null) return false;
  return (await approveComment(uow, { id: row.id, version: row.version }, now)) !== null;
};
