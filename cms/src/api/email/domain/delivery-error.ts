/** Why an email was not delivered. Never the server's own words, which may repeat an address. */
export type DeliveryError =
  | 'invalid-address'
  | 'refused'
  | 'deferred'
  | 'timeout'
  | 'unreachable'
  | 'no-tls'
  | 'authentication-failed'
  | 'write-failed';

/** The error of a failed attempt: nodemailer's code, the server's reply code, and what it replied to. */
export interface Failure {
  code?: string;
  responseCode?: number;
  command?: string;
}

export interface FailureClass {
  deliveryError: DeliveryError;
  /** Whether sending the same email again can't help. */
  final: boolean;
  /** Whether the error is the server's, so that other emails would fare no better now. */
  affectsEveryEmail: boolean;
}

const connectionErrors = new Set(['ECONNECTION', 'ESOCKET', 'EDNS', 'EPROTOCOL', 'EPROXY']);
const tlsErrors = new Set(['ETLS', 'EREQUIRETLS']);
const authenticationErrors = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2']);
/** The server expects something of the client first: 503 another command, 530, 535 and 538 authentication. */
const aboutUs = new Set([503, 530, 535, 538]);

const isAboutThisEmail = (command: string | undefined): boolean => /^(MAIL FROM|RCPT TO|DATA)/.test(command ?? '');

const isRefused = ({ responseCode = 0, command }: Failure): boolean => {
  if (responseCode < 500 || responseCode > 599 || aboutUs.has(responseCode) || !isAboutThisEmail(command)) return false;
  // RFC 5321, 4.5.3.1.10: in reply to RCPT this once meant “too many recipients” and is to be treated as 452.
  return !(responseCode === 552 && command === 'RCPT TO');
};

const deliveryErrorOf = ({ code = '', responseCode, command }: Failure): DeliveryError => {
  if (authenticationErrors.has(code) || (responseCode !== undefined && aboutUs.has(responseCode)))
    return 'authentication-failed';
  if (tlsErrors.has(code)) return 'no-tls';
  // 421 may reply to any command: the server closes the connection.
  if (responseCode !== undefined && responseCode !== 421 && isAboutThisEmail(command)) return 'deferred';
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'timeout';
  return connectionErrors.has(code) || responseCode !== undefined ? 'unreachable' : 'write-failed';
};

/**
 * Classifies a failed attempt (RFC 5321, 4.2.1): 5yz in reply to this email's sender, recipient or content is final;
 * everything else (4yz, connection errors, a server that rejects the credentials) may succeed later.
 */
export const classifyFailure = (failure: Failure): FailureClass => {
  if (isRefused(failure)) return { deliveryError: 'refused', final: true, affectsEveryEmail: false };
  const deliveryError = deliveryErrorOf(failure);
  return { deliveryError, final: false, affectsEveryEmail: deliveryError !== 'deferred' };
};

const minute = 60_000;
const hour = 60 * minute;

/** Milliseconds: the delay after the first, second … failed attempt; the last one repeats. */
const delays = [1 * minute, 5 * minute, 15 * minute, 1 * hour, 3 * hour];
const maxAge = 72 * hour;

/**
 * Returns when to retry an email after `attempts` failed attempts, or null to give up: 72 hours after it was queued,
 * with a last attempt at that very moment.
 */
export const nextAttempt = (attempts: number, queuedAt: Date, now: Date): Date | null => {
  const end = queuedAt.getTime() + maxAge;
  if (now.getTime() >= end) return null;
  const delay = delays[Math.min(Math.max(attempts, 1), delays.length) - 1] ?? hour;
  return new Date(Math.min(now.getTime() + delay, end));
};
