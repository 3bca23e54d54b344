import { randomUUID } from 'node:crypto';
import { cleanLine, isVisible } from 'shared';
import type { Attachment, EmailMessage } from '#src/api/email/email-message';
import { emailHeaders, emailHtml, emailText } from '#src/api/email/email-message';
import type { StoredInstant, StoredJson, Timestamps } from '#src/database/stored-values';
import { tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { settingsOf } from '#src/settings';

const table = 'emails';

/**
 * `queued` until the mail server accepts it; `cancelled` when what it is about is gone. Only a queued email is ever
 * sent.
 */
type EmailState = 'queued' | 'sent' | 'failed' | 'cancelled';

/** A row of the outbox; times are dates on PostgreSQL and milliseconds on SQLite. */
export interface EmailRow extends Timestamps {
  id: number;
  kind: string;
  state: EmailState;
  to: string | null;
  subject: string | null;
  text: string | null;
  html: string | null;
  headers: StoredJson<Record<string, string>>;
  attachments: StoredJson<Attachment[]>;
  message_id: string;
  attempts: number;
  queued_at: StoredInstant;
  expires_at: StoredInstant | null;
  last_error: string | null;
  idempotency_key: string | null;
  about: string | null;
  mailbox: number | null;
  not_before: StoredInstant;
  /** Milliseconds since 1970. */
  lease_until: number | string | null;
  leased_by: string | null;
  finished_at: StoredInstant | null;
}

/** The personal parts of an email, deleted as soon as they are not needed to send it. */
export const emptied = { to: null, subject: null, text: null, html: null, headers: null, attachments: null } as const;

/** Changes that cancel an email. The idempotency key goes, too: the same email may be queued again one day. */
export const cancelled = (now: Date) =>
  ({
    ...emptied,
    state: 'cancelled',
    idempotency_key: null,
    finished_at: now,
    lease_until: null,
    leased_by: null,
  }) as const;

/** The outbox's rows, inside a transaction if there is one. */
export const emailRows = tableRows<EmailRow>(table);

export interface EmailToQueue {
  /** The kind of email, such as `comment-appeared`. */
  kind: string;
  email: EmailMessage;
  /** What it is about, such as `comment:12`, for `cancelEmails`. Never a name or an address. */
  about?: string;
  /** The id of the reader's mailbox; none for emails to the counsellor. */
  mailbox?: number;
  /** Of two emails with the same key, such as `comment-appeared:12`, the second is not queued. */
  idempotencyKey?: string;
  /** Not sent before this; at once without it. */
  notBefore?: Date;
  /** Not sent after this; tried for 72 hours without it. */
  expiresAt?: Date;
}

const maxSubjectCharacters = 250;

/** Returns the subject as one line; an email without one looks like spam. */
const subjectOf = (subject: string): string => {
  const text = cleanLine(subject);
  return isVisible(text) ? text : 'An email for you';
};

/**
 * Returns an address that PostgreSQL can store in 255 characters. One that it would reject must not undo what caused
 * the email: the changed text is still no address, so the delivery gives it up.
 */
const storable = (address: string): string => address.toWellFormed().replaceAll('\u0000', ' ').slice(0, 255);

/**
 * Queues an email in the caller's transaction (transactional outbox): it is stored and sent only if that commits.
 * Returns false if an email with its idempotency key was queued already.
 * @param uow the unit of work that `inTransaction` passes
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
    // Made here and not when it is sent: an email that is sent twice keeps its id, so that mail clients can tell.
    message_id: `<${randomUUID()}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    to: storable(email.to),
    subject: [...subjectOf(email.subject)].slice(0, maxSubjectCharacters).join(''),
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
  const inserted = (await emailRows(uow).insert(row).onConflict().ignore().returning('id')) as unknown[];
  uow.afterCommit(uow.services.wakeDelivery);
  return inserted.length > 0;
};

/** Selects emails by their subject or mailbox, and optionally by kind. */
export type EmailSelection = ({ about: string } | { mailbox: number }) & { kind?: string };

/**
 * Cancels emails that were not delivered, in the caller's transaction, and deletes their personal parts. Returns how
 * many.
 */
export const cancelEmails = async (uow: UnitOfWork, which: EmailSelection): Promise<number> =>
  emailRows(uow).where(which).whereIn('state', ['queued', 'failed']).update(cancelled(new Date()));
