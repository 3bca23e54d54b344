import type { LinkKeys } from '#src/security/link-keys';

/** Crockford's base 32: no I, L, O or U, which are mistaken for others when somebody copies from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 12;
const bitsEach = 5n;

/**
 * The number of a certificate, such as `7GQ2-M04X-9TBN`: 60 bits of a MAC, so that nobody can guess one or count them, and making the
 * certificate of a registration again gives the same.
 */
export function certificateNumber(keys: LinkKeys, registrationNumber: number): string {
  const bits =
    keys.mac('certificate number', registrationNumber).readBigUInt64BE() >> (64n - bitsEach * BigInt(characters));
  const written = Array.from(
    { length: characters },
    (_, index) => alphabet[Number((bits >> (bitsEach * BigInt(characters - 1 - index))) & 31n)],
  ).join('');
  return written.replace(/(.{4})(?=.)/g, '$1-');
}
