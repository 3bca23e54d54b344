import { createHash } from 'node:crypto';

/** Letters of other alphabets that look like Latin ones; spammers use them to hide a word from a rule. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ї: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ӏ: 'l',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ı: 'i',
  ɡ: 'g',
  ø: 'o',
  ł: 'l',
};

const cyrillicOrGreek = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const latin = /\p{Script=Latin}/u;

const likeLatin = (word: string): string => word.replaceAll(/\P{ASCII}/gu, (letter) => lookAlikes[letter] ?? letter);

/** Whether a word consists of Latin letters and look-alikes of another alphabet; no language does that. */
export const mixesAlphabets = (word: string): boolean => latin.test(word) && cyrillicOrGreek.test(word);

/**
 * Invisible characters: zero-width ones, marks of writing direction, soft hyphens, control characters (line breaks and
 * tabs stay).
 */
const invisible = /(?![\t\n])[\p{Cf}\p{Cc}\u115F\u1160\u3164\uFFA0]/gu;

const maxGrowth = 3;

/**
 * Blanks a character that stands for a whole phrase, such as U+FDFA. No rule looks for those, and they would make a text
 * up to 18 times as long, while everything below is meant for texts of a limited length.
 */
const withoutPhrase = (sign: string): string => (sign.normalize('NFKC').length > maxGrowth ? ' ' : sign);

/**
 * Returns a text as it is meant, for rules to look at: no invisible characters, lower case, plain apostrophes and
 * quotation marks, wide and decorated letters and digits as ordinary ones (NFKC), look-alikes inside a Latin word made
 * Latin. It has at most three times as many characters as before.
 */
export const comparableText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(invisible, '')
    .replaceAll(/\P{ASCII}/gu, withoutPhrase)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘ʼ`´′]/gu, "'")
    .replaceAll(/[“”„‟«»″]/gu, '"')
    .replaceAll(/[\p{L}\p{M}]+/gu, (word) => (mixesAlphabets(word) ? likeLatin(word) : word));

/**
 * Returns the same 32 hexadecimal digits (of SHA-256) for texts that differ only in case, spaces, punctuation, accents,
 * digits, look-alike letters and invisible characters. Of a text without letters, all but the spaces counts.
 */
export function fingerprint(text: string): string {
  const plain = comparableText(text);
  const letters = plain.normalize('NFKD').replaceAll(/[^\p{L}]/gu, '');
  return createHash('sha256')
    .update(letters === '' ? plain.replaceAll(/\s/g, '') : letters)
    .digest('hex')
    .slice(0, 32);
}
