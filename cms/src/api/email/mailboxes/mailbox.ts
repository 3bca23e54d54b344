import type { Core } from '@strapi/strapi';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { notifyOfApproval, notifyOfReply } from '#src/api/comment/emails/notify-readers';
import { autoApprove } from '#src/api/comment/moderation/auto-approve';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { servicesOf } from '#src/services';
import { type MailboxAction, type MailboxLink, readMailboxToken } from './mailbox-links';
import { type MailboxRow, mailboxRows } from './mailbox-rows';

const linkOrNotFound = (strapi: Core.Strapi, action: MailboxAction, token: string): MailboxLink =>
  found(readMailboxToken(servicesOf(strapi).linkKeys, action, token));

const lockMailbox = async (uow: UnitOfWork, id: number): Promise<MailboxRow> =>
  found((await mailboxRows(uow).where({ id }).forUpdate().first()) ?? null);

/** Marks the comment that the email was about as confirmed and returns it; null when it was deleted meanwhile. */
const confirmComment = async (
  uow: UnitOfWork,
  { mailbox, comment }: MailboxLink,
  now: Date,
): Promise<CommentRow | null> => {
  const mine = { id: comment, mailbox_id: mailbox };
  await commentRows(uow).where(mine).whereNull('confirmed_at').update({ confirmed_at: now });
  return (await commentRows(uow).where(mine).forUpdate().first()) ?? null;
};

/** How many earlier comments of one address cause an email when it is confirmed. */
const maxEarlierComments = 20;

/**
 * Confirms an address for the first time, and queues the emails that waited for it, about published comments and
 * replies.
 */
const confirmMailbox = async (uow: UnitOfWork, { id }: MailboxRow, now: Date): Promise<void> => {
  await mailboxRows(uow).where({ id }).update({ confirmed: now, updated_at: now });
  const theirs = () => commentRows(uow).where({ mailbox_id: id });
  const approved = await theirs().where({ state: 'approved', notify_on_approval: true }).limit(maxEarlierComments);
  for (const row of approved) await notifyOfApproval(uow, row);
  const awaitingReplies = theirs().select('id').where({ notify_on_reply: true });
  const replies = await commentRows(uow)
    .whereIn('parent_id', awaitingReplies)
    .where({ state: 'approved', hidden: false })
    .limit(maxEarlierComments);
  for (const row of replies) await notifyOfReply(uow, row);
};

/**
 * Handles the links in emails to readers.
 * @throws NotFoundError for a wrong link, and for an address that was deleted
 */
const mailboxes = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Confirms the address and the comment. Returns whether the confirmation published the comment. */
  confirm: (token: string, now: Date): Promise<boolean> =>
    inTransaction(strapi, async (uow) => {
      const link = linkOrNotFound(strapi, 'confirm', token);
      const comment = await confirmComment(uow, link, now);
      const mailbox = await lockMailbox(uow, link.mailbox);
      if (mailbox.confirmed === null) await confirmMailbox(uow, mailbox, now);
      return comment !== null && autoApprove(uow, comment, now);
    }),

  /** Stops emails about that comment, or all of them. */
  unsubscribe: (token: string, all: boolean, now: Date): Promise<void> =>
    inTransaction(strapi, async (uow) => {
      const { mailbox, comment } = linkOrNotFound(strapi, 'unsubscribe', token);
      await commentRows(uow)
        .where({ mailbox_id: mailbox, ...(all ? {} : { id: comment }) })
        .update({ notify_on_approval: false, notify_on_reply: false, updated_at: now });
      await lockMailbox(uow, mailbox);
      if (all) await mailboxRows(uow).where({ id: mailbox }).update({ unsubscribed: now, updated_at: now });
      await cancelEmails(uow, all ? { mailbox } : { about: `comment:${comment}`, kind: 'comment-appeared' });
    }),
});

export default mailboxes;
