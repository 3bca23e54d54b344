import type { Core } from '@strapi/strapi';
import { type PersonalData, priceWords, type StoredEmail, type StoredMailbox, type StoredRegistration } from 'shared';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { postsOfComments } from '#src/api/comment/threads/posts';
import { normaliseAddress } from '#src/api/email/domain/address';
import { type MailboxRow, mailboxRows } from '#src/api/email/mailboxes/mailbox-rows';
import { emailRows } from '#src/api/email/outbox/outbox';
import {
  aboutRegistration,
  type RegistrationRow,
  registrationRows,
} from '#src/api/workshop/registration/registration-rows';
import { findWorkshop } from '#src/api/workshop/workshop-rows';
import { inReadTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/serialise';

/** Returns the comments of a mailbox. */
export const commentsFrom = async (uow: UnitOfWork, mailbox: number): Promise<CommentRow[]> =>
  await commentRows(uow).where({ mailbox_id: mailbox }).orderBy('id').select('*');

/**
 * Returns the mailboxes that an address may mean: capitals before the @ are stored as typed, and a person who asks for
 * their data does not remember those.
 */
export const mailboxesOf = async (uow: UnitOfWork, address: string): Promise<MailboxRow[]> =>
  await mailboxRows(uow)
    .whereRaw('lower(address) = ?', [normaliseAddress(address).toLowerCase()])
    .orderBy('id')
    .select('*');

interface StoredEmailRow {
  kind: string;
  state: string;
  queued_at: Date | number;
  subject: string | null;
  text: string | null;
}

const emailsOf = async (uow: UnitOfWork, where: { mailbox: number } | { about: string }): Promise<StoredEmail[]> =>
  (
    await emailRows(uow)
      .where(where)
      .orderBy('id')
      .select<StoredEmailRow[]>('kind', 'state', 'queued_at', 'subject', 'text')
  ).map(({ queued_at, ...email }) => ({
    ...email,
    queuedAt: instantOf(queued_at),
  }));

const when = (stored: Date | number | null): string | null => (stored === null ? null : instantOf(stored));

const mailboxData = async (uow: UnitOfWork, mailbox: MailboxRow): Promise<StoredMailbox> => {
  const comments = await commentsFrom(uow, mailbox.id);
  const post = await postsOfComments(
    uow.strapi,
    comments.map(({ post_id }) => post_id),
  );
  return {
    address: mailbox.address,
    confirmedAt: when(mailbox.confirmed),
    unsubscribedAt: when(mailbox.unsubscribed),
    lastUsedAt: instantOf(mailbox.last_used),
    comments: comments.map((row) => ({
      number: row.id,
      post: post(row.post_id).title,
      audience: row.audience,
      state: row.state,
      name: row.name,
      text: row.text,
      sentAt: instantOf(row.sent_at),
      notifyOnApproval: Boolean(row.notify_on_approval),
      notifyOnReply: Boolean(row.notify_on_reply),
    })),
    emails: await emailsOf(uow, { mailbox: mailbox.id }),
  };
};

/** Returns the registrations of an address, ignoring case. */
export const registrationsOf = async (uow: UnitOfWork, address: string): Promise<RegistrationRow[]> =>
  await registrationRows(uow)
    .whereRaw('lower(email) = ?', [normaliseAddress(address).toLowerCase()])
    .orderBy('id')
    .select('*');

const registrationData = async (uow: UnitOfWork, row: RegistrationRow): Promise<StoredRegistration> => ({
  number: row.id,
  workshop: (await findWorkshop(uow.strapi, row.workshop_id))?.title ?? '',
  // A decoy row only means that somebody entered the address again, so it is shown as pending.
  state: row.state === 'decoy' ? 'pending' : row.state,
  name: row.name,
  certificateName: row.certificate_name,
  email: row.email,
  accessNeeds: row.access_needs,
  price: row.price_pence === null ? null : `${row.price_label ?? ''} ${priceWords(row.price_pence)}`.trim(),
  paidAt: when(row.paid_at),
  attended: row.attended === null ? null : Boolean(row.attended),
  registeredAt: instantOf(row.sent),
  emails: await emailsOf(uow, { about: aboutRegistration(row) }),
});

/** Returns all personal data of an address. Reports are anonymous, so they can't be included. */
export const personalDataOf = (strapi: Core.Strapi, address: string): Promise<PersonalData> =>
  inReadTransaction(strapi, async (uow) => {
    const mailboxes: StoredMailbox[] = [];
    for (const mailbox of await mailboxesOf(uow, address)) mailboxes.push(await mailboxData(uow, mailbox));
    const registrations: StoredRegistration[] = [];
    for (const row of await registrationsOf(uow, address)) registrations.push(await registrationData(uow, row));
    return { address, mailboxes, registrations };
  });
