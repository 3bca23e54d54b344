import { enqueueConfirmation } from '#src/api/email/mailboxes/confirm-address';
import type { MailboxLink } from '#src/api/email/mailboxes/mailbox-links';
import { type MailboxRow, mailboxRows } from '#src/api/email/mailboxes/mailbox-rows';
import type { ConfirmedItem, MailboxUser } from '#src/api/email/mailboxes/mailbox-user';
import { practiceOfComments } from '#src/api/practice/read-practice';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { type CommentRow, commentRows, sentWithAddress } from './comment-rows';
import { cancelCommentEmails } from './emails/comment-emails';
import { notifyOfApproval, notifyOfReply } from './emails/notify-readers';
import { privateCodeOf, privateTokenOf } from './links';
import { autoApprove, canAutoApprove } from './moderation/auto-approve';

/** How many earlier comments of one address cause an email when it is confirmed. */
const maxEarlierComments = 20;

/** Queues the emails that waited for an address to be confirmed: about published comments, and about replies. */
const notifyOfEarlierComments = async (uow: UnitOfWork, mailbox: number): Promise<void> => {
  const theirs = () => commentRows(uow).where({ mailbox_id: mailbox });
  const approved = await theirs().where({ state: 'approved', notify_on_approval: true }).limit(maxEarlierComments);
  for (const row of approved) await notifyOfApproval(uow, row);
  const awaitingReplies = theirs().select('id').where({ notify_on_reply: true });
  const replies = await commentRows(uow)
    .whereIn('parent_id', awaitingReplies)
    .where({ state: 'approved', hidden: false })
    .limit(maxEarlierComments);
  for (const row of replies) await notifyOfReply(uow, row);
};

/** The comment that an email was about. The address may have been taken off it meanwhile. */
const linkedComment = ({ mailbox, item }: MailboxLink) => ({ id: item, mailbox_id: mailbox });

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Other comments that were sent with the same address within a day, and that their own confirmation would publish: they
 * may be by someone else.
 */
const otherConfirmable = async (uow: UnitOfWork, { id, mailbox_id }: CommentRow, now: Date): Promise<CommentRow[]> => {
  const rows: CommentRow[] = await commentRows(uow)
    .where({ mailbox_id, confirmed_at: null })
    .whereNot({ id })
    .where('sent_at', '>', new Date(now.getTime() - dayMs))
    .orderBy(['sent_at', 'id'])
    .limit(maxEarlierComments);
  const { settings } = await practiceOfComments(uow.strapi);
  const confirmable: CommentRow[] = [];
  for (const row of rows) if (await canAutoApprove(uow, row, settings)) confirmable.push(row);
  return confirmable;
};

/**
 * Asks about each of these comments by itself. There is one email for an address and day before it is confirmed; now
 * its owner has answered, and only they can say which of the comments are theirs.
 */
const askAboutOthers = async (uow: UnitOfWork, others: readonly CommentRow[]): Promise<void> => {
  for (const other of others) {
    const mailbox: MailboxRow | undefined = await mailboxRows(uow)
      .where({ id: other.mailbox_id ?? 0, unsubscribed: null })
      .first();
    if (mailbox) await enqueueConfirmation(uow, mailbox, sentWithAddress(other));
  }
};

/**
 * Publishes a confirmed comment if that needs no decision. Where others were sent with the same address, its owner may
 * have meant one of those: then the counsellor decides.
 */
const afterConfirmation = async (uow: UnitOfWork, comment: CommentRow, now: Date): Promise<ConfirmedItem> => {
  const others = await otherConfirmable(uow, comment, now);
  await askAboutOthers(uow, others);
  const { linkKeys } = uow.services;
  return {
    isPublished: others.length === 0 && (await autoApprove(uow, comment, now)),
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
  onConfirmed: async (uow, link, { isFirst, now }) => {
    if (isFirst) await notifyOfEarlierComments(uow, link.mailbox);
    const comment = await commentRows(uow).where(linkedComment(link)).first();
    return comment === undefined ? null : afterConfirmation(uow, comment, now);
  },
  onUnsubscribed: async (uow, { mailbox, item }, { all, now }) => {
    await commentRows(uow)
      .where({ mailbox_id: mailbox, ...(all ? {} : { id: item }) })
      .update({ notify_on_approval: false, notify_on_reply: false, updated_at: now });
    if (!all) await cancelCommentEmails(uow, item, ['commentAppeared', 'wasItYou']);
  },
};
