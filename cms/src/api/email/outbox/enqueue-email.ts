import { randomUUID } from 'node:crypto';
import type { EmailMessage } from '#src/api/email/templates/email-message';
import { emailHeaders, emailHtml, emailText } from '#src/api/email/templates/frame';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { settingsOf } from '#src/settings';
import { oneLine } from '#src/text/one-line';
import { type EmailRow, emailRows } from './email-rows';

export interface EmailToQueue {
  /** What sort of email it is, such as `comment-appeared`. */
  kind: string;
  email: EmailMessage;
  /** What it speaks of, such as `comment:12`: `cancelEmails` finds it by that. Never a name or an address. */
  about?: string;
  /** The id of the reader's mailbox; none for emails to the counsellor. */
  mailbox?: number;
  /** Of two emails with the same key, such as `comment-appeared:12`, the second is not queued. */
  idempotencyKey?: string;
  /** Not sent before; at once without it. */
  notBefore?: Date;
  /** Not sent any more after; for 72 hours without it. */
  expiresAt?: Date;
}

const mostCharacters = 250;

/**
 * What PostgreSQL would refuse in a column of 255 characters must not undo what caused the email: it is stored, harmless
 * but still no address, and the delivery gives it up.
 */
const storable = (address: string): string => address.toWellFormed().replaceAll('\u0000', ' ').slice(0, 255);

/**
 * Queues an email in the transaction of what causes it: both are stored or neither, and it is sent as soon as that is
 * committed. Returns false if an email with its idempotency key was queued already. `uow` is the one of `inTransaction`.
 */
export const enqueueEmail = async (uow: UnitOfWork, queued: EmailToQueue): Promise<boolean> => {
  const { email } = queued;
  const { from } = settingsOf(uow.strapi).mail;
  const now = new Date();
  const headers = emailHeaders(email);
  const row: Partial<EmailRow> = {
    kind: queued.kind,
    state: 'queued',
    idempotency_key: queued.idempotencyKey ?? null,
    about: queued.about ?? null,
    mailbox: queued.mailbox ?? null,
    // Made here and not when it is sent: an email that is sent twice, because nobody heard that it arrived, is the same email.
    message_id: `<${randomUUID()}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    to: storable(email.to),
    subject: [...oneLine(email.subject)].slice(0, mostCharacters).join(''),
    text: emailText(email),
    html: emailHtml(email),
    headers: JSON.stringify(headers),
    attachments: JSON.stringify(email.attachments ?? []),
    attempts: 0,
    not_before: queued.notBefore ?? now,
    expires_at: queued.expiresAt ?? null,
    queued_at: now,
    created_at: now,
    updated_at: now,
  };
  const made = (await emailRows(uow).insert(row).onConflict().ignore().returning('id')) as unknown[];
  uow.afterCommit(uow.services.wakeDelivery);
  return made.length > 0;
};
