import type { Attachment } from '#src/api/email/templates/email-message';
import type { StoredInstant, Timestamps } from '#src/database/stored-values';
import { tableRows } from '#src/database/unit-of-work';

const table = 'emails';

/** `owed` until the mail server has it; `withdrawn` when what it speaks of is no more. Only an owed letter is ever sent. */
type LetterState = 'owed' | 'delivered' | 'given-up' | 'withdrawn';

/** A row of the outbox as the database has it; times are dates on PostgreSQL and milliseconds on SQLite. */
export interface LetterRow extends Timestamps {
  id: number;
  kind: string;
  state: LetterState;
  to: string | null;
  subject: string | null;
  text: string | null;
  html: string | null;
  headers: Record<string, string> | string | null;
  attachments: Attachment[] | string | null;
  message_id: string;
  attempts: number;
  owed_at: StoredInstant;
  makes_sense_until: StoredInstant | null;
  last_fault: string | null;
  once: string | null;
  about: string | null;
  mailbox: number | null;
  not_before: StoredInstant;
  /** Milliseconds since 1970. */
  lease_until: number | string | null;
  leased_by: string | null;
  settled_at: StoredInstant | null;
}

/** What says to whom and about what: gone as soon as nobody needs it to send the letter. */
export const emptied = { to: null, subject: null, text: null, html: null, headers: null, attachments: null } as const;

/** No more to be done with it. The key goes, too: what was withdrawn may be owed again one day. */
export const withdrawn = (now: Date) =>
  ({ ...emptied, state: 'withdrawn', once: null, settled_at: now, lease_until: null, leased_by: null }) as const;

/** The outbox's rows, inside a transaction if there is one. */
export const letterRows = tableRows<LetterRow>(table);
