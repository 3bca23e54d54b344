import { defineEmail } from '#src/api/email/define-email';
import type { EmailContent } from '#src/api/email/email-message';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { type LinkedItem, mailboxLinks } from './mailbox-links';
import { type MailboxRow, mailboxRows } from './mailbox-rows';

interface ConfirmAddress {
  to: string;
  /** Confirming publishes what was sent, which the page behind the link shows first. */
  publishes: boolean;
  /** The page that confirms the address. */
  confirm: string;
  /** The page that stops these emails; a mail program's own button posts there, too (RFC 8058). */
  unsubscribe: string;
}

/**
 * Asks whether an address is theirs. Shows no name, text or title, so that whoever gets it by mistake learns nothing.
 */
export const confirmAddressEmail = ({ publishes, confirm, unsubscribe }: ConfirmAddress): EmailContent => ({
  subject: publishes ? 'Please check what you sent' : 'Please confirm your address',
  paragraphs: publishes
    ? [
        'Someone used this email address to write on our site. If you confirm that it was you, what was written is published at once. You can read it first:',
        { link: confirm, says: 'Read it, then publish it or say that it wasn’t me' },
        'If it wasn’t you, please say so on that page. If you do nothing, it is not published unless we have read it.',
      ]
    : [
        'Someone entered this email address on our site and asked us to email it. If that was you, please confirm the address:',
        { link: confirm, says: 'Yes, this is my address' },
        'If it wasn’t you, you don’t need to do anything: unless you confirm it, we won’t email this address again.',
      ],
  because: publishes
    ? 'You are receiving this because someone entered your address on our site.'
    : 'You are receiving this because someone entered your address on our site. We send this email at most once a day.',
  unsubscribe: { page: unsubscribe, oneClick: unsubscribe },
});

const sampleLinks = {
  confirm: 'https://example.org/mail/confirm/1.2.sample',
  unsubscribe: 'https://example.org/mail/unsubscribe/1.2.sample',
};

export const confirmAddressKind = defineEmail<ConfirmAddress & { mailbox: number; about: string }>({
  kind: 'confirm-address',
  template: confirmAddressEmail,
  about: ({ about }) => about,
  mailbox: ({ mailbox }) => mailbox,
  idempotencyKey: ({ about }) => about,
  samples: [
    { to: 'reader@example.org', publishes: false, ...sampleLinks, mailbox: 1, about: 'comment:2' },
    { to: 'reader@example.org', publishes: true, ...sampleLinks, mailbox: 1, about: 'comment:2' },
  ],
});

/** What a reader sent together with an email address. */
interface SentWithAddress extends LinkedItem {
  /** Null: no address was given, so there is nothing to confirm. */
  readonly mailbox: number | null;
  /** What the outbox stores as the subject of the email, such as `comment:12`. */
  readonly about: string;
}

/** Queues the email that asks to confirm an address together with what was sent with it, once for each sending. */
const enqueueConfirmation = async (
  uow: UnitOfWork,
  mailbox: MailboxRow,
  { item, itemSecret, about }: Omit<SentWithAddress, 'mailbox'>,
  publishes: boolean,
): Promise<boolean> => {
  const links = mailboxLinks(uow.strapi);
  return confirmAddressKind.enqueue(uow, {
    to: mailbox.address,
    publishes,
    confirm: links.confirm(mailbox, { item, itemSecret }),
    unsubscribe: links.unsubscribe(mailbox, item),
    mailbox: mailbox.id,
    about,
  });
};

/**
 * Queues the email that asks to confirm an address: at most one per mailbox and day (UTC), and within the limits of the
 * network and the site. Confirmed addresses are skipped, but whoever has stopped all emails is asked again, and gets
 * nothing else until they confirm. `publishes` asks about this very item, whatever was asked that day, because
 * confirming it publishes it. What is skipped is asked with the next thing that is sent.
 */
export const askToConfirm = async (
  uow: UnitOfWork,
  sent: SentWithAddress,
  now: Date,
  { publishes, network }: { publishes: boolean; network: string | null },
): Promise<void> => {
  const { mailbox: id } = sent;
  if (id === null) return;
  const today = now.toISOString().slice(0, 10);
  // Locked, so that of several things sent at once only one asks.
  const mailbox = await mailboxRows(uow).where({ id }).forUpdate().first();
  if (!mailbox) return;
  const isStopped = mailbox.unsubscribed !== null;
  if (mailbox.confirmed !== null && !isStopped && !publishes) return;
  const askedToday = await mailboxRows(uow).where({ inbox: mailbox.inbox }).where('asked', '>=', today).first('id');
  if (askedToday && (isStopped || !publishes)) return;
  if (uow.services.sendingLimits.consume({ address: mailbox.address, network }, now.getTime()) !== null) return;
  await mailboxRows(uow).where({ id }).update({ asked: today, updated_at: now });
  await enqueueConfirmation(uow, mailbox, sent, publishes);
};
