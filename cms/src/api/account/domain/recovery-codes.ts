import { createHash, randomInt } from 'node:crypto';

/** Leaves out letters and digits that look alike on paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 4;
const codesPerAccount = 10;

const newCode = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => alphabet.charAt(randomInt(alphabet.length))).join(''),
  ).join('-');

/** Returns ten new codes such as `k7mp-x2qr-9dfh-w3tn`, 79 bits each. */
export const newRecoveryCodes = (): string[] => Array.from({ length: codesPerAccount }, newCode);

/** Returns a typed code without spaces and hyphens, in lower case. */
export const normaliseCode = (typed: string): string => typed.replace(/[\s-]/g, '').toLowerCase();

/**
 * Returns what is stored of a recovery code. A plain hash is enough, because a code has too many possibilities to try
 * them all.
 */
export const recoveryCodeHash = (code: string): string =>
  createHash('sha256').update(normaliseCode(code)).digest('hex');
