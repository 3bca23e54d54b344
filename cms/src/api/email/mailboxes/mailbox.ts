import type { Core } from '@strapi/strapi';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { tellAppeared, tellReplied } from '#src/api/comment/emails/notify-readers';
import { letThrough } from '#src/api/comment/moderation/auto-approve';
import { withdrawLetters } from '#src/api/email/outbox/cancel-emails';
import { inTransaction, type Transaction } from '#src/database/transaction';
import { found } from '#src/http/params';
import type { LinkKeys } from '#src/security/link-keys';
import { type MailboxRow, mailboxRows } from './mailbox-rows';
import { type MailboxAct, type MailboxLink, readMailboxToken } from './mailbox-token';

const linkOf = (strapi: Core.Strapi, act: MailboxAct, token: string): MailboxLink =>
  found(readMailboxToken(strapi.get<LinkKeys>('link-keys'), act, token));

const lockMailbox = async (strapi: Core.Strapi, trx: Transaction, id: number): Promise<MailboxRow> =>
  found(((await mailboxRows(strapi, trx).where({ id }).forUpdate().first()) as MailboxRow | undefined) ?? null);

/** The comment that the letter was about, marked as confirmed; null when it has gone meanwhile. */
const confirmComment = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { mailbox, comment }: MailboxLink,
  now: Date,
): Promise<CommentRow | null> => {
  const mine = { id: comment, mailbox_id: mailbox };
  await commentRows(strapi, trx).where(mine).whereNull('confirmed_at').update({ confirmed_at: now });
  return ((await commentRows(strapi, trx).where(mine).forUpdate().first()) as CommentRow | undefined) ?? null;
};

/** How many comments of one address are caught up with: nobody waits for a letter about more. */
const most = 20;

/** The first time that an address is confirmed: what has appeared, and who has replied meanwhile, was not told yet. */
const confirmMailbox = async (strapi: Core.Strapi, trx: Transaction, { id }: MailboxRow, now: Date): Promise<void> => {
  await mailboxRows(strapi, trx).where({ id }).update({ confirmed: now, updated_at: now });
  const theirs = () => commentRows(strapi, trx).where({ mailbox_id: id });
  const appeared = (await theirs().where({ state: 'approved', tell_appeared: true }).limit(most)) as CommentRow[];
  for (const row of appeared) await tellAppeared(strapi, trx, row);
  const answered = theirs().select('id').where({ tell_replies: true });
  const replies = (await commentRows(strapi, trx)
    .whereIn('parent_id', answered)
    .where({ state: 'approved', hidden: false })
    .limit(most)) as CommentRow[];
  for (const row of replies) await tellReplied(strapi, trx, row);
};

/** What links in letters to readers do. Both throw a NotFoundError for a wrong link and for an address that was deleted. */
const mailboxes = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The address is theirs, and that comment too. Gives whether that very act put the comment on the page. */
  confirm: (token: string, now: Date): Promise<boolean> =>
    inTransaction(strapi, async ({ trx }) => {
      const link = linkOf(strapi, 'confirm', token);
      const comment = await confirmComment(strapi, trx, link, now);
      const mailbox = await lockMailbox(strapi, trx, link.mailbox);
      if (mailbox.confirmed === null) await confirmMailbox(strapi, trx, mailbox, now);
      return comment !== null && letThrough(strapi, trx, comment, now);
    }),

  /** No more letters about that comment, or none at all. */
  unsubscribe: (token: string, all: boolean, now: Date): Promise<void> =>
    inTransaction(strapi, async ({ trx }) => {
      const { mailbox, comment } = linkOf(strapi, 'unsubscribe', token);
      await commentRows(strapi, trx)
        .where({ mailbox_id: mailbox, ...(all ? {} : { id: comment }) })
        .update({ tell_appeared: false, tell_replies: false, updated_at: now });
      await lockMailbox(strapi, trx, mailbox);
      if (all) await mailboxRows(strapi, trx).where({ id: mailbox }).update({ unsubscribed: now, updated_at: now });
      await withdrawLetters(strapi, trx, all ? { mailbox } : { about: `comment:${comment}`, kind: 'comment-appeared' });
    }),
});

export default mailboxes;
