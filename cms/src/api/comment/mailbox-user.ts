import type { MailboxLink } from '#src/api/email/mailboxes/mailbox-links';
import type { ConfirmedItem, MailboxUser } from '#src/api/email/mailboxes/mailbox-user';
import { practiceOfComments } from '#src/api/practice/practice-of-comments';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { instantOf } from '#src/http/serialise';
import { type CommentRow, commentRows } from './comment-rows';
import { cancelCommentEmails } from './emails/comment-emails';
import { notifyOfApproval, notifyOfReply } from './emails/notify-readers';
import { privateCodeOf, privateTokenOf } from './links';
import { autoApprove, canAutoApprove } from './moderation/auto-approve';
import { disownComment } from './moderation/disown-comment';
import { findPostReferences } from './threads/posts';

/** How many earlier comments of one address cause an email when it is confirmed. */
const maxEarlierComments = 20;

/** Queues the emails that waited for an address to be confirmed: about published comments, and about replies. */
const notifyOfEarlierComments = async (uow: UnitOfWork, mailbox: number): Promise<void> => {
  const theirs = () => commentRows(uow).where({ mailbox_id: mailbox });
  const approved = await theirs().where({ state: 'approved', notify_on_approval: true }).limit(maxEarlierComments);
  for (const row of approved) await notifyOfApproval(uow, row);
  const awaitingReplies = theirs()
    .select('id')
    .where((wish) => void wish.where({ notify_on_reply: true }).orWhere({ notify_on_approval: true }));
  const replies = await commentRows(uow)
    .whereIn('parent_id', awaitingReplies)
    .where({ state: 'approved', hidden: false })
    .limit(maxEarlierComments);
  for (const row of replies) await notifyOfReply(uow, row);
};

/** The comment that an email was about. The address may have been taken off it meanwhile. */
const linkedComment = ({ mailbox, item }: MailboxLink) => ({ id: item, mailbox_id: mailbox });

const canPublish = async (uow: UnitOfWork, comment: CommentRow): Promise<boolean> =>
  canAutoApprove(uow, comment, (await practiceOfComments(uow.strapi)).settings);

/** Publishes a confirmed comment if that needs no decision, and its owner has seen this very text beside the button. */
const afterConfirmation = async (
  uow: UnitOfWork,
  comment: CommentRow,
  { version, now }: { version: number | null; now: Date },
): Promise<ConfirmedItem> => {
  if (comment.version !== version && (await canPublish(uow, comment)))
    throw new ConflictError('The text has changed since it was shown. Please read it again.');
  const { linkKeys } = uow.services;
  return {
    isPublished: await autoApprove(uow, comment, now),
    privateLink: { token: privateTokenOf(linkKeys, comment), code: privateCodeOf(linkKeys, comment) },
  };
};

/** What comments do with the mailboxes of their writers. */
export const commentsMailboxUser: MailboxUser = {
  usesMailbox: async (uow, mailbox) =>
    (await commentRows(uow).where({ mailbox_id: mailbox }).first('id')) !== undefined,
  secretOfItem: async (uow, link) =>
    (await commentRows(uow).where(linkedComment(link)).first('secret'))?.secret ?? null,
  confirmItem: async (uow, link, now) => {
    await commentRows(uow)
      .where(linkedComment(link))
      .whereNull('confirmed_at')
      .update({ confirmed_at: now })
      .increment('link_version', 1);
    await commentRows(uow).where(linkedComment(link)).forUpdate().first('id');
  },
  showItem: async (uow, link) => {
    const comment = await commentRows(uow).where(linkedComment(link)).first();
    if (!comment) return null;
    const { name, text, version, post_id, sent_at, confirmed_at } = comment;
    const post = (await findPostReferences(uow.strapi, [post_id]))(post_id);
    return {
      sentAt: instantOf(sent_at),
      post: post.slug === null ? null : post.title,
      isConfirmed: confirmed_at !== null,
      publishes: (await canPublish(uow, comment)) ? { name, text: text ?? '', version } : null,
    };
  },
  disownItem: async (uow, link, now) => {
    const comment = await commentRows(uow).where(linkedComment(link)).forUpdate().first();
    if (!comment) return false;
    return disownComment(uow, comment, { isDiscarded: await canPublish(uow, comment), now });
  },
  onConfirmed: async (uow, link, { hasWaited, version, now }) => {
    if (hasWaited) await notifyOfEarlierComments(uow, link.mailbox);
    const comment = await commentRows(uow).where(linkedComment(link)).first();
    return comment === undefined ? null : afterConfirmation(uow, comment, { version, now });
  },
  onUnsubscribed: async (uow, { mailbox, item }, { all, now }) => {
    await commentRows(uow)
      .where({ mailbox_id: mailbox, ...(all ? {} : { id: item }) })
      .update({ notify_on_approval: false, notify_on_reply: false, updated_at: now });
    if (!all) await cancelCommentEmails(uow, item, ['commentAppeared', 'wasItYou']);
  },
};
