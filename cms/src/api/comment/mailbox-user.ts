import type { MailboxLink } from '#src/api/email/mailboxes/mailbox-links';
import type { MailboxUser } from '#src/api/email/mailboxes/mailbox-user';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { commentRows } from './comment-rows';
import { cancelCommentEmails } from './emails/comment-emails';
import { notifyOfApproval, notifyOfReply } from './emails/notify-readers';
import { autoApprove } from './moderation/auto-approve';

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

/** What comments do with the mailboxes of their writers. */
export const commentsMailboxUser: MailboxUser = {
  usesMailbox: async (uow, mailbox) =>
    (await commentRows(uow).where({ mailbox_id: mailbox }).first('id')) !== undefined,
  confirmItem: async (uow, link, now) => {
    await commentRows(uow).where(linkedComment(link)).whereNull('confirmed_at').update({ confirmed_at: now });
    await commentRows(uow).where(linkedComment(link)).forUpdate().first('id');
  },
  onConfirmed: async (uow, link, { isFirst, now }) => {
    if (isFirst) await notifyOfEarlierComments(uow, link.mailbox);
    const comment = await commentRows(uow).where(linkedComment(link)).first();
    return comment !== undefined && autoApprove(uow, comment, now);
  },
  onUnsubscribed: async (uow, { mailbox, item }, { all, now }) => {
    await commentRows(uow)
      .where({ mailbox_id: mailbox, ...(all ? {} : { id: item }) })
      .update({ notify_on_approval: false, notify_on_reply: false, updated_at: now });
    if (!all) await cancelCommentEmails(uow, item, ['commentAppeared']);
  },
};
