import type { Attachment } from '#src/api/email/templates/email-message';
import type { StoredInstant, Timestamps } from '#src/database/stored-values';
import { tableRows } from '#src/database/unit-of-work';

const table = 'emails';

/** `queued` until the mail server has it; `cancelled` when what it speaks of is no more. Only a queued email is ever sent. */
type EmailState = 'queued' | 'sent' | 'failed' | 'cancelled';

/** A row of the outbox as the database has it; times are dates on PostgreSQL and milliseconds on SQLite. */
export interface EmailRow extends Timestamps {
  id: number;
  kind: string;
  state: EmailState;
  to: string | null;
  subject: string | null;
  text: string | null;
  html: string | null;
  headers: Record<string, string> | string | null;
  attachments: Attachment[] | string | null;
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
