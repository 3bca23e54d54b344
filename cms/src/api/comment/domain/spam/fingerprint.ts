import { createHash } from 'node:crypto';
import { plainWords } from '#src/api/comment/domain/plain-words';

/**
 * What is the same for words that differ only in case, spaces, punctuation, accents, digits, look-alike letters and
 * invisible characters: 32 hexadecimal digits of SHA-256 over their letters. Words without a letter are taken as they
 * are.
 */
export function fingerprint(text: string): string {
  const plain = plainWords(text);
  const letters = plain.normalize('NFKD').replaceAll(/[^\p{L}]/gu, '');
  return createHash('sha256')
    .update(letters === '' ? plain.replaceAll(/\s/g, '') : letters)
    .digest('hex')
    .slice(0, 32);
}
