/** Why an email did not go, in a word that names nobody: what a server says may repeat an address. */
export type Fault =
  | 'not an address'
  | 'refused'
  | 'put off'
  | 'no answer'
  | 'not connected'
  | 'not secure'
  | 'not let in'
  | 'not written';

/** What is known of a failed attempt: nodemailer's code, the server's reply code, and what it replied to. */
export interface Failure {
  code?: string;
  responseCode?: number;
  command?: string;
}

export interface Verdict {
  fault: Fault;
  /** Whether sending the same email again can't help. */
  final: boolean;
  /** Whether it is about the server rather than about this email, so that others would fare no better now. */
  affectsEveryEmail: boolean;
}

const notConnected = new Set(['ECONNECTION', 'ESOCKET', 'EDNS', 'EPROTOCOL', 'EPROXY']);
const notSecure = new Set(['ETLS', 'EREQUIRETLS']);
const notLetIn = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2']);
/** The server wants something of us first, not another email: 503 a command before this one, 530, 535, 538 that we sign in. */
const aboutUs = new Set([503, 530, 535, 538]);

const isAboutThisEmail = (command: string | undefined): boolean => /^(MAIL FROM|RCPT TO|DATA)/.test(command ?? '');

const isRefused = ({ responseCode = 0, command }: Failure): boolean => {
  if (responseCode < 500 || responseCode > 599 || aboutUs.has(responseCode) || !isAboutThisEmail(command)) return false;
  // RFC 5321, 4.5.3.1.10: in reply to RCPT this once meant “too many recipients” and is to be treated as 452.
  return !(responseCode === 552 && command === 'RCPT TO');
};

const faultOf = ({ code = '', responseCode, command }: Failure): Fault => {
  if (notLetIn.has(code) || (responseCode !== undefined && aboutUs.has(responseCode))) return 'not let in';
  if (notSecure.has(code)) return 'not secure';
  // 421 at any moment: the server closes, whatever it was asked.
  if (responseCode !== undefined && responseCode !== 421 && isAboutThisEmail(command)) return 'put off';
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'no answer';
  return notConnected.has(code) || responseCode !== undefined ? 'not connected' : 'not written';
};

/**
 * What a failed attempt means (RFC 5321, 4.2.1): 5yz in reply to this email's sender, recipient or content is final;
 * everything else (4yz, faults of the connection, a server that lets us in no more) may be different later.
 */
export const judge = (failure: Failure): Verdict => {
  if (isRefused(failure)) return { fault: 'refused', final: true, affectsEveryEmail: false };
  const fault = faultOf(failure);
  return { fault, final: false, affectsEveryEmail: fault !== 'put off' };
};
