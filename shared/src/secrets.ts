const minLength = 32;
const minDistinct = 10;
const placeholder = /tobemodified|change.?me|example|secret|password/i;

/** What to do about a weak secret, to end a sentence with. */
export const secretAdvice = 'put 32 random characters or more there, for example the output of `openssl rand -hex 32`';

/**
 * Returns what is wrong with a secret, as the end of a sentence that begins with its name; null if it can be used. The
 * value itself is never repeated.
 */
export const weaknessOf = (secret: string): string | null => {
  if (secret === '') return 'is missing';
  if (secret.length < minLength) return `is too short (${secret.length} of at least ${minLength} characters)`;
  if (placeholder.test(secret)) return 'is a placeholder that everyone can guess';
  return new Set(secret).size < minDistinct ? 'repeats the same few characters' : null;
};
