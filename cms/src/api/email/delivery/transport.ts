import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { MailServer } from '#src/api/email/domain/mail-settings';
import type { Message } from './message';

/** Where emails are handed over. */
export interface Transport {
  /** Resolves when the email is in other hands; rejects with what nodemailer or the file system says. */
  post: (message: Message, name: string, signal: AbortSignal) => Promise<void>;
}

/** One connection an email: a practice sends few, and each fault then concerns one email only. `patience` in milliseconds. */
export const smtpTransport = (
  { host, port, secure, user, password, insecure }: MailServer,
  patience: number,
): Transport => {
  const transport = createTransport({
    host,
    port,
    secure,
    // Whoever stands between could otherwise say that there is no TLS and read what people wrote.
    requireTLS: !secure && !insecure,
    tls: { rejectUnauthorized: !insecure },
    ...(user === '' ? {} : { auth: { user, pass: password } }),
    dnsTimeout: patience,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  return {
    post: async (message, _name, signal) => {
      await transport.sendMail({ ...message, signal });
    },
  };
};

/** A folder of .eml files that only the owner of the process can read. A file appears when it is whole. */
export const folderTransport = (folder: string): Transport => {
  const setter = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    post: async (message, name, signal) => {
      const { message: bytes } = await setter.sendMail({ ...message, signal });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const unfinished = path.join(folder, `.${name}.${process.pid}`);
      await writeFile(unfinished, bytes as Buffer, { mode: 0o600, flush: true });
      await rename(unfinished, path.join(folder, `${name}.eml`));
    },
  };
};
