import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;
/** Codes of the period before and after are accepted as well, for clocks that differ. */
const windowPeriods = 1;

const generatorOf = (secret: string, labels: { issuer?: string; label?: string } = {}): TOTP =>
  new TOTP({ ...labels, algorithm: 'SHA1', digits: 6, period: periodSeconds, secret: Secret.fromBase32(secret) });

/** Returns a new secret of 160 bits in base32, as authenticator apps take it. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** Returns the address that authenticator apps read from the QR code. */
export const setupAddress = (secret: string, issuer: string, email: string): string =>
  generatorOf(secret, { issuer, label: email }).toString();

/**
 * Returns the number of the period that a code belongs to, null if it is none of the periods around `nowMs`. The caller
 * refuses a period that is not later than the last one used, so that every code works once.
 *
 * @param nowMs milliseconds since 1970
 * @see RFC 6238, section 5.2
 */
export const periodOf = (secret: string, code: string, nowMs: number): number | null => {
  // The library throws at digits of other alphabets.
  if (!/^\d{6}$/.test(code)) return null;
  const delta = generatorOf(secret).validate({ token: code, timestamp: nowMs, window: windowPeriods });
  return delta === null ? null : Math.floor(nowMs / 1000 / periodSeconds) + delta;
};
