import type { Core } from '@strapi/strapi';
import type { StoredComment } from 'shared';
import { deleteEmails, mailboxesOf } from '#src/api/email/personal-data';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/serialise';
import type { PersonalData } from '#src/personal-data';
import { aboutComment, type CommentRow, commentRows, legalHoldOf, lockComment } from './comment-rows';
import { removeComment, removedComment, removedName, removeNameFrom } from './moderation/removal';
import { findPostReferences } from './threads/posts';

const commentsFrom = async (uow: UnitOfWork, mailbox: number): Promise<CommentRow[]> =>
  await commentRows(uow).where({ mailbox_id: mailbox }).orderBy(['sent_at', 'id']).select('*');

/** Returns the counsellor's replies by the comment that they answer. */
const repliesTo = async (uow: UnitOfWork, comments: readonly CommentRow[]): Promise<Map<number, CommentRow[]>> => {
  const ids = comments.map(({ id }) => id);
  const replies: CommentRow[] = await commentRows(uow)
    .whereIn('parent_id', ids)
    .where({ from_counsellor: true })
    .orderBy('id')
    .select('*');
  return Map.groupBy(replies, ({ parent_id }) => parent_id ?? 0);
};

const toStoredComment = (row: CommentRow, post: string, replies: readonly CommentRow[]): StoredComment => ({
  number: row.id,
  post,
  audience: row.audience,
  state: row.state,
  name: row.name,
  text: row.text,
  sentAt: instantOf(row.sent_at),
  notifyOnApproval: Boolean(row.notify_on_approval),
  notifyOnReply: Boolean(row.notify_on_reply),
  legalHold: legalHoldOf(row),
  replies: replies.map(({ text, sent_at }) => ({ text: text ?? '', sentAt: instantOf(sent_at) })),
});

/** Runs `work` on a comment, if it is still there. */
const withLocked = (
  strapi: Core.Strapi,
  { id }: Pick<CommentRow, 'id'>,
  work: (uow: UnitOfWork, row: CommentRow) => Promise<void>,
): Promise<void> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockComment(uow, id);
    if (row !== null) await work(uow, row);
  });

const removeAgain = (uow: UnitOfWork, row: CommentRow): Promise<void> => removeComment(uow, row, 'writer');
const removeNameAgain = (uow: UnitOfWork, row: CommentRow): Promise<void> => removeNameFrom(uow, row, new Date());

/**
 * Comments and private notes. Erasing one leaves an empty row where it has replies, and deletes those on legal hold,
 * too: the caller has decided so. Reports are anonymous, so they can't be found.
 */
export const commentsPersonalData: PersonalData = {
  tables: ['comments', 'reports'],
  // Those of the mailboxes: comments have none of their own.
  addresses: () => Promise.resolve([]),
  removable: async (strapi) => {
    const rows = await commentRows(strapi)
      .whereNot({ state: 'removed' })
      .select<Pick<CommentRow, 'id' | 'sent_at'>[]>('id', 'sent_at');
    return rows.flatMap((row) => [
      { subject: removedName(row), removeAgain: () => withLocked(strapi, row, removeNameAgain) },
      { subject: removedComment(row), removeAgain: () => withLocked(strapi, row, removeAgain) },
    ]);
  },
  find: async (uow, address) => {
    const rows: CommentRow[] = [];
    for (const { id } of await mailboxesOf(uow, address)) rows.push(...(await commentsFrom(uow, id)));
    const postIds = rows.map(({ post_id }) => post_id);
    const post = await findPostReferences(uow.strapi, postIds);
    const replies = await repliesTo(uow, rows);
    return {
      comments: rows.map((row) => toStoredComment(row, post(row.post_id).title, replies.get(row.id) ?? [])),
    };
  },
  erase: (strapi, address) =>
    inTransaction(strapi, async (uow) => {
      const mailboxes = await mailboxesOf(uow, address);
      const emails: number[] = [];
      const postIds: string[] = [];
      for (const { id: mailbox } of mailboxes) {
        const comments = await commentsFrom(uow, mailbox);
        emails.push(...(await deleteEmails(uow, { mailbox })));
        // The counsellor's emails about these comments may contain the name and text, too.
        emails.push(...(await deleteEmails(uow, { about: comments.map(aboutComment) })));
        for (const { id } of comments) {
          const row = await lockComment(uow, id);
          if (row === null) continue;
          await removeComment(uow, row, 'writer');
          postIds.push(row.post_id);
        }
      }
      const post = await findPostReferences(strapi, postIds);
      return {
        comments: postIds.length,
        emails,
        addresses: mailboxes.map((mailbox) => mailbox.address),
        postSlugs: postIds.map((id) => post(id).slug).filter((slug) => slug !== null),
      };
    }),
};
