import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { MailServer } from '#src/api/email/domain/mail-settings';
import type { Attachment } from '#src/api/email/email-message';
import type { EmailRow } from '#src/api/email/outbox/outbox';
import { jsonOf } from '#src/database/stored-values';
import { subjectHeader } from './subject-header';

/** Passes emails to a mail server or writes them to files. */
export interface Transport {
  /** Resolves once the email is accepted; rejects with the error of nodemailer or the file system. */
  post: (message: Message, name: string, signal: AbortSignal) => Promise<void>;
}

/**
 * Opens one connection per email: a practice sends few, and an error then concerns one email only. `timeoutMs` is how
 * long the server may be silent.
 */
export const smtpTransport = (
  { host, port, secure, user, password, insecure }: MailServer,
  timeoutMs: number,
): Transport => {
  const transport = createTransport({
    host,
    port,
    secure,
    // Without this, a machine in between could claim that the server has no TLS, and read what people wrote.
    requireTLS: !secure && !insecure,
    tls: { rejectUnauthorized: !insecure },
    ...(user === '' ? {} : { auth: { user, pass: password } }),
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  return {
    post: async (message, _name, signal) => {
      await transport.sendMail({ ...message, signal });
    },
  };
};

/** Writes .eml files that only the owner of the process can read; a file appears once it is complete. */
export const folderTransport = (folder: string): Transport => {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    post: async (message, name, signal) => {
      const { message: bytes } = await composer.sendMail({ ...message, signal });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const unfinished = path.join(folder, `.${name}.${process.pid}`);
      await writeFile(unfinished, bytes as Buffer, { mode: 0o600, flush: true });
      await rename(unfinished, path.join(folder, `${name}.eml`));
    },
  };
};

/** The sender of all emails. */
export interface Sender {
  from: string;
  fromName: string;
}

/**
 * Returns attachments as nodemailer has them. An invitation is another way to read the email: only there do programs
 * take it for one and show the buttons of a calendar (RFC 6047, 2.4); the file is for those that don't, and of another
 * type, so that none reads it twice. Several invitations can't be one email, so they are files.
 */
const partsOf = (attachments: readonly Attachment[]) => {
  const [only] = attachments;
  if (attachments.length === 1 && only !== undefined && /\bmethod=(?:REQUEST|CANCEL)\b/.test(only.type))
    return {
      alternatives: [{ contentType: only.type, content: only.content }],
      attachments: [{ filename: only.name, contentType: 'application/ics', content: only.content }],
    };
  return {
    attachments: attachments.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
  };
};

/**
 * Returns a row as nodemailer's message. Addresses are passed as parts, never as a header line, so that nothing in them
 * can be read as another address; nodemailer never opens files or URLs, whatever an email contains.
 */
export const messageOf = (row: EmailRow, { from, fromName }: Sender) => {
  const to = row.to ?? '';
  const { 'Reply-To': replyTo, ...headers } = jsonOf(row.headers) ?? {};
  const subject = subjectHeader(row.subject ?? '');
  return {
    from: { name: fromName, address: from },
    to: { name: '', address: to },
    ...(replyTo !== undefined && { replyTo: { name: fromName, address: replyTo } }),
    envelope: { from, to: [to] },
    ...subject,
    text: row.text ?? '',
    html: row.html ?? '',
    messageId: row.message_id,
    // A retry is the same email, so it keeps the date when it was queued.
    date: new Date(row.queued_at),
    // RFC 3834: automatic responders must not reply, unless a person wrote it.
    headers: { 'Auto-Submitted': 'auto-generated', ...headers, ...subject.headers },
    ...partsOf(jsonOf(row.attachments) ?? []),
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false as const,
  };
};

type Message = ReturnType<typeof messageOf>;
