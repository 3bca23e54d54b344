import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** How long a sealed URL can be opened, in milliseconds. */
export const sealTtlMs = 10 * 60_000;

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** What is encrypted; the end is in milliseconds since 1970. */
const sealedState = z.object({ expiresAt: z.number(), value: z.unknown() });

/** The sealed value; or that it has expired; or that it was not sealed here. */
export type Unsealed = { state: 'open'; value: unknown } | { state: 'expired' } | { state: 'invalid' };

/**
 * Encrypts state for a URL, so that a page after a form can show what only its reader may know, for ten minutes.
 * @param value JSON
 * @param now milliseconds since 1970
 * @see https://csrc.nist.gov/pubs/sp/800/38/d/final (AES-256-GCM)
 */
export function seal(key: Buffer, value: unknown, now: number): string {
  const iv = randomBytes(ivBytes);
  const encryption = createCipheriv(cipher, key, iv);
  const encrypted = Buffer.concat([
    encryption.update(JSON.stringify({ expiresAt: now + sealTtlMs, value }), 'utf8'),
    encryption.final(),
  ]);
  return Buffer.concat([iv, encrypted, encryption.getAuthTag()]).toString('base64url');
}

/**
 * Decrypts what `seal` returned.
 * @param now milliseconds since 1970
 */
export function unseal(key: Buffer, sealed: string, now: number): Unsealed {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= ivBytes + tagBytes) return { state: 'invalid' };
  try {
    const decryption = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
    decryption.setAuthTag(bytes.subarray(-tagBytes));
    const text = Buffer.concat([decryption.update(bytes.subarray(ivBytes, -tagBytes)), decryption.final()]);
    const { expiresAt, value } = sealedState.parse(JSON.parse(text.toString('utf8')));
    return now < expiresAt ? { state: 'open', value } : { state: 'expired' };
  } catch {
    return { state: 'invalid' };
  }
}

/**
 * Returns sealed state that has the shape of `schema`; `expired` after ten minutes; null for anything that was not
 * sealed here.
 */
export function openSealed<T>(schema: z.ZodType<T>, unsealed: Unsealed): T | 'expired' | null {
  if (unsealed.state === 'expired') return 'expired';
  return unsealed.state === 'open' ? (schema.safeParse(unsealed.value).data ?? null) : null;
}
