import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** How long a page of thanks says what only its reader may know, in milliseconds. */
export const sealLasts = 10 * 60_000;

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** What was sealed; that it was, and is over; or that nobody here sealed it. */
export type Unsealed = { state: 'open'; value: unknown } | { state: 'over' } | { state: 'broken' };

/**
 * Makes a part of an address that nobody else can read or make (AES-256-GCM, NIST SP 800-38D) and that says nothing after ten
 * minutes. `value` must be JSON, `now` milliseconds.
 */
export function seal(key: Buffer, value: unknown, now: number): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, key, iv);
  const words = Buffer.concat([
    sealing.update(JSON.stringify({ until: now + sealLasts, value }), 'utf8'),
    sealing.final(),
  ]);
  return Buffer.concat([iv, words, sealing.getAuthTag()]).toString('base64url');
}

/** Reads what `seal` made. */
export function unseal(key: Buffer, sealed: string, now: number): Unsealed {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= ivBytes + tagBytes) return { state: 'broken' };
  try {
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
    opening.setAuthTag(bytes.subarray(-tagBytes));
    const words = Buffer.concat([opening.update(bytes.subarray(ivBytes, -tagBytes)), opening.final()]).toString('utf8');
    const { until, value } = JSON.parse(words) as { until: number; value: unknown };
    return now < until ? { state: 'open', value } : { state: 'over' };
  } catch {
    return { state: 'broken' };
  }
}
