import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { commentLinks } from '#src/api/comment/links';
import { publicSlug } from '#src/api/comment/threads/posts';
import { mailboxLinks } from '#src/api/email/mailboxes/mailbox-links';
import { type MailboxRow, mailboxRows } from '#src/api/email/mailboxes/mailbox-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { readerEmails } from './reader-emails';

/**
 * Returns the mailbox of a comment's address if its owner has confirmed it once and not unsubscribed. No other address
 * is ever notified. The owner need not be the writer of this comment: only confirming the comment itself says so.
 */
const reachableMailbox = async (uow: UnitOfWork, { mailbox_id }: CommentRow): Promise<MailboxRow | undefined> =>
  mailbox_id === null
    ? undefined
    : await mailboxRows(uow).where({ id: mailbox_id, unsubscribed: null }).whereNotNull('confirmed').first();

/** Why an email about a comment is due: it appeared, or the row with the number `because` answers it. */
interface News {
  isAnswer: boolean;
  because: number;
}

/**
 * Queues the email that asks the owner of an address whether they sent a comment, in place of the email that is due:
 * anybody may have typed the address. It leads to nothing private. Confirming the comment does, under a link that is
 * new.
 */
const askWhetherTheirs = async (
  uow: UnitOfWork,
  mailbox: MailboxRow,
  row: CommentRow,
  { isAnswer, because }: News,
): Promise<void> => {
  const links = mailboxLinks(uow.strapi);
  await readerEmails.wasItYou.enqueue(uow, {
    to: mailbox.address,
    mailbox: mailbox.id,
    confirm: links.confirm(mailbox, { item: row.id, itemSecret: row.secret }),
    unsubscribe: links.unsubscribe(mailbox, row.id),
    sending: row.id,
    isAnswer,
    number: because,
  });
};

/** Queues the email to a comment's writer that it is public, if they asked for it. */
export const notifyOfApproval = async (uow: UnitOfWork, row: CommentRow): Promise<void> => {
  if (!row.notify_on_approval || row.state !== 'approved') return;
  const mailbox = await reachableMailbox(uow, row);
  const slug = await publicSlug(uow.strapi, row.post_id);
  if (!mailbox || slug === null) return;
  if (row.confirmed_at === null) return askWhetherTheirs(uow, mailbox, row, { isAnswer: false, because: row.id });
  const links = commentLinks(uow.strapi);
  await readerEmails.commentAppeared.enqueue(uow, {
    to: mailbox.address,
    mailbox: mailbox.id,
    unsubscribe: mailboxLinks(uow.strapi).unsubscribe(mailbox, row.id),
    number: row.id,
    page: links.onPage(slug, row.id),
    privateLink: links.private(row),
  });
};

/** Where a reply can be read: on the page, or for a private note on its writer's private page. */
const replyUrl = async (uow: UnitOfWork, reply: CommentRow, answered: CommentRow): Promise<string | null> => {
  const links = commentLinks(uow.strapi);
  if (reply.audience === 'counsellor') return links.private(answered);
  const slug = await publicSlug(uow.strapi, reply.post_id);
  return slug === null ? null : links.onPage(slug, reply.id);
};

/**
 * Returns whether the writer is told of a reply: of a public one if they asked for that; of one that only they can read
 * if they gave an address for anything. An address is only kept for a use, and stopping emails ends all of them.
 */
const isToldOfReply = (answered: CommentRow, reply: CommentRow): boolean =>
  Boolean(answered.notify_on_reply) || (reply.audience === 'counsellor' && Boolean(answered.notify_on_approval));

/**
 * Queues the email about a reply to the writer of the comment that it answers. Nobody is notified of a reply from their
 * own address.
 */
export const notifyOfReply = async (uow: UnitOfWork, reply: CommentRow): Promise<void> => {
  if (reply.parent_id === null || reply.state !== 'approved') return;
  const answered = await commentRows(uow).where({ id: reply.parent_id }).first();
  if (!answered || !isToldOfReply(answered, reply) || answered.mailbox_id === reply.mailbox_id) return;
  const mailbox = await reachableMailbox(uow, answered);
  const page = mailbox && (await replyUrl(uow, reply, answered));
  if (!mailbox || !page) return;
  if (answered.confirmed_at === null)
    return askWhetherTheirs(uow, mailbox, answered, { isAnswer: true, because: reply.id });
  await readerEmails.someoneReplied.enqueue(uow, {
    to: mailbox.address,
    mailbox: mailbox.id,
    unsubscribe: mailboxLinks(uow.strapi).unsubscribe(mailbox, answered.id),
    number: reply.id,
    page,
    isPrivate: reply.audience === 'counsellor',
  });
};
