import type { Core } from '@strapi/strapi';
import type { Attachment } from '#src/api/email/templates/email-message';
import type { Transaction } from '#src/database/transaction';

const table = 'emails';

/** `owed` until the mail server has it; `withdrawn` when what it speaks of is no more. Only an owed letter is ever sent. */
type LetterState = 'owed' | 'delivered' | 'given-up' | 'withdrawn';

/** A row of the outbox as the database has it; times are dates on PostgreSQL and milliseconds on SQLite. */
export interface LetterRow {
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
  owed_at: Date | number;
  makes_sense_until: Date | number | null;
  last_fault: string | null;
}

/** What says to whom and about what: gone as soon as nobody needs it to send the letter. */
export const emptied = { to: null, subject: null, text: null, html: null, headers: null, attachments: null } as const;

/** No more to be done with it. The key goes, too: what was withdrawn may be owed again one day. */
export const withdrawn = (now: Date) =>
  ({ ...emptied, state: 'withdrawn', once: null, settled_at: now, lease_until: null, leased_by: null }) as const;

/** The outbox's rows, inside a transaction if there is one. */
export const letterRows = (strapi: Core.Strapi, trx?: Transaction) => {
  const rows = strapi.db.getConnection(table);
  return trx ? rows.transacting(trx) : rows;
};
