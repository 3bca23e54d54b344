import type { EmailRow } from '#src/api/email/outbox/email-rows';
import type { Attachment } from '#src/api/email/templates/email-message';

/** Returns a JSON column's value: PostgreSQL returns it parsed, SQLite as text. */
const read = <T>(stored: T | string | null, otherwise: T): T =>
  typeof stored === 'string' ? (JSON.parse(stored) as T) : (stored ?? otherwise);

/** The sender of all emails. */
export interface Sender {
  from: string;
  fromName: string;
}

/**
 * A row as the message that nodemailer sets. Addresses are given as parts, never as a header line, so that nothing in them
 * can be read as another address; files and web addresses are never opened, whatever an email says.
 */
export const messageOf = (row: EmailRow, { from, fromName }: Sender) => {
  const to = row.to ?? '';
  return {
    from: { name: fromName, address: from },
    to: { name: '', address: to },
    envelope: { from, to: [to] },
    subject: row.subject ?? '',
    text: row.text ?? '',
    html: row.html ?? '',
    messageId: row.message_id,
    // When it was written, on a repeat too: the same email.
    date: new Date(row.queued_at),
    // RFC 3834: no machine answers it.
    headers: { 'Auto-Submitted': 'auto-generated', ...read<Record<string, string>>(row.headers, {}) },
    attachments: read<Attachment[]>(row.attachments, []).map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false as const,
  };
};

export type Message = ReturnType<typeof messageOf>;
