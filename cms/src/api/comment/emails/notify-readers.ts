import type { Core } from '@strapi/strapi';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { emailLinks } from '#src/api/email/mailboxes/email-links';
import { type MailboxRow, mailboxRows } from '#src/api/email/mailboxes/mailbox-rows';
import { enqueueEmail } from '#src/api/email/outbox/enqueue-email';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { commentAppeared, someoneReplied } from './to-reader';

/** The mailbox of a comment's writer, if it is confirmed and wants emails: nobody else gets any but the one that asks to confirm. */
const willing = async (uow: UnitOfWork, { mailbox_id }: CommentRow): Promise<MailboxRow | undefined> =>
  mailbox_id === null
    ? undefined
    : await mailboxRows(uow).where({ id: mailbox_id, unsubscribed: null }).whereNotNull('confirmed').first();

const publicSlug = async (strapi: Core.Strapi, documentId: string): Promise<string | null> => {
  const post = (await strapi.db
    .query('api::post.post')
    .findOne({ select: ['id', 'slug'], where: { documentId, publishedAt: { $notNull: true } } })) as {
    slug: string;
  } | null;
  return post?.slug ?? null;
};

const ownLink = ({ id, link_version }: CommentRow) => ({ number: id, linkVersion: link_version });

/** Queues 'what you sent is on the page' to its writer, if they asked for that; once, however often it is approved. */
export const tellAppeared = async (uow: UnitOfWork, row: CommentRow): Promise<void> => {
  if (!row.tell_appeared || row.state !== 'approved') return;
  const mailbox = await willing(uow, row);
  const slug = await publicSlug(strapi, row.post_id);
  if (!mailbox || slug === null) return;
  const links = emailLinks(strapi);
  const email = commentAppeared({
    to: mailbox.address,
    page: links.onPage(slug, row.id),
    own: links.own(ownLink(row)),
    unsubscribe: links.unsubscribe({ mailbox: mailbox.id, comment: row.id }),
  });
  await enqueueEmail(uow, {
    kind: 'comment-appeared',
    email,
    about: `comment:${row.id}`,
    mailbox: mailbox.id,
    idempotencyKey: `comment-appeared:${row.id}`,
  });
};

/**
 * Queues 'there is an answer for you' to whoever wrote what `reply` answers, if they asked for that; nobody is told of a reply
 * from their own mailbox. Her answer to a note is read at the note's private link.
 */
export const tellReplied = async (uow: UnitOfWork, reply: CommentRow): Promise<void> => {
  if (reply.parent_id === null || reply.state !== 'approved') return;
  const answered = await commentRows(uow).where({ id: reply.parent_id }).first();
  if (!answered?.tell_replies || answered.mailbox_id === reply.mailbox_id) return;
  const mailbox = await willing(uow, answered);
  if (!mailbox) return;
  const links = emailLinks(strapi);
  const slug = await publicSlug(strapi, reply.post_id);
  const answer =
    reply.audience === 'counsellor'
      ? links.own(ownLink(answered))
      : slug === null
        ? null
        : links.onPage(slug, reply.id);
  if (answer === null) return;
  const email = someoneReplied({
    to: mailbox.address,
    answer,
    unsubscribe: links.unsubscribe({ mailbox: mailbox.id, comment: answered.id }),
  });
  await enqueueEmail(uow, {
    kind: 'someone-replied',
    email,
    about: `comment:${reply.id}`,
    mailbox: mailbox.id,
    idempotencyKey: `someone-replied:${reply.id}`,
  });
};
