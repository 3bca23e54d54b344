import { cleanLine } from 'shared';
import { isOneAddress } from './address';

/** The mail server and how to connect to it. */
export interface MailServer {
  host: string;
  port: number;
  /** TLS from the first byte (port 465) instead of STARTTLS. */
  secure: boolean;
  user: string;
  password: string;
  /** Whether unencrypted connections are allowed: only to this machine, or with SMTP_INSECURE=true. */
  insecure: boolean;
}

export interface MailSettings {
  /** Null: emails are written to files. */
  server: MailServer | null;
  /** The address that emails come from. */
  from: string;
  /** The sender's name, which phones show on a locked screen. */
  fromName: string;
  /** How long the server may be silent, in milliseconds. */
  timeoutMs: number;
  /** Whether this process sends emails; one process must. */
  sendsEmails: boolean;
}

type Values = Readonly<Record<string, string | undefined>>;

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;

const fail = (sentence: string): never => {
  throw new Error(`${sentence} Correct it in .env or the environment.`);
};

const portFrom = (value: string, otherwise: number): number => {
  const port = value === '' ? otherwise : Number(value);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : fail('SMTP_PORT must be a number such as 587.');
};

/** Parses SMTP_URL. No error repeats it: it contains the password. */
const fromUrl = (address: string): Omit<MailServer, 'insecure'> => {
  if (!URL.canParse(address)) return fail('SMTP_URL must look like smtps://name:password@mail.example.org:465.');
  const { protocol, hostname, port, username, password } = new URL(address);
  if (protocol !== 'smtp:' && protocol !== 'smtps:') return fail('SMTP_URL must begin with smtp:// or smtps://.');
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: portFrom(port, secure ? 465 : 587),
    secure,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
};

const serverFrom = (values: Values): MailServer | null => {
  const value = (name: string): string => (values[name] ?? '').trim();
  const insecure = value('SMTP_INSECURE') === 'true';
  const withInsecure = (server: Omit<MailServer, 'insecure'>): MailServer => ({
    ...server,
    insecure: insecure || loopback.test(server.host),
  });
  if (value('SMTP_URL') !== '') return withInsecure(fromUrl(value('SMTP_URL')));
  if (value('SMTP_HOST') === '') return null;
  const port = portFrom(value('SMTP_PORT'), value('SMTP_SECURE') === 'true' ? 465 : 587);
  const secure = value('SMTP_SECURE') === '' ? port === 465 : value('SMTP_SECURE') === 'true';
  return withInsecure({
    host: value('SMTP_HOST'),
    port,
    secure,
    user: value('SMTP_USER'),
    password: value('SMTP_PASSWORD'),
  });
};

/** Returns no-reply@ the site's host; mail servers refuse senders at an IP address or `localhost`. */
const addressAt = (siteUrl: string): string => {
  const host = URL.canParse(siteUrl) ? new URL(siteUrl).hostname.replace(/^www\./, '') : '';
  return `no-reply@${/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(host) ? host : 'quiet-room.example'}`;
};

const maxTimeoutSeconds = 60;

/**
 * Returns the settings in SMTP_*, MAIL_FROM, MAIL_FROM_NAME and DELIVER_EMAILS.
 * @throws Error with one sentence about the first value that is invalid
 */
export const mailSettings = (values: Values, siteUrl: string): MailSettings => {
  const from = values.MAIL_FROM?.trim() || addressAt(siteUrl);
  if (!isOneAddress(from)) fail('MAIL_FROM must be one address such as no-reply@example.org, without a name.');
  const seconds = Number(values.SMTP_TIMEOUT?.trim() || 20);
  if (!(seconds > 0 && seconds <= maxTimeoutSeconds))
    fail(`SMTP_TIMEOUT must be a number of seconds up to ${maxTimeoutSeconds}.`);
  return {
    server: serverFrom(values),
    from,
    fromName: cleanLine(values.MAIL_FROM_NAME ?? '') || 'Quiet Room',
    timeoutMs: seconds * 1_000,
    sendsEmails: values.DELIVER_EMAILS !== 'false',
  };
};
