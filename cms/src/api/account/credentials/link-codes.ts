import { createHash, createHmac, randomBytes } from 'node:crypto';

/** How Strapi's forms expect the codes of resets and invitations: 20 random bytes. */
const codePattern = /^[0-9a-f]{40}$/;

/** Never leaves this process. */
const ownKey = randomBytes(32);

/** Returns a new code for a link. */
export const newCode = (): string => randomBytes(20).toString('hex');

/**
 * Returns the code for the link of one email, which stays the same while this process tries to send it: a server that
 * took the email without saying so has delivered a link that works.
 */
export const codeForEmail = (messageId: string): string =>
  createHmac('sha256', ownKey).update(messageId).digest('hex').slice(0, 40);

/**
 * Returns what is stored of a code: whoever has a copy of the database can't use it. One round is enough, because a
 * code is random and can't be guessed.
 */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('hex');

/** Returns the hash of a code as it came with a request; null for anything else. */
export const hashOfGivenCode = (given: unknown): string | null =>
  typeof given === 'string' && codePattern.test(given) ? hashOfCode(given) : null;
