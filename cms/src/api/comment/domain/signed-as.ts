import { remove } from 'confusables';
import type { SignedAs } from 'shared';
import { comparableText } from './comparable-text';

/** Whose names readers could take for the site's own. Null: not entered yet. */
export interface OwnNames {
  readonly counsellor: string | null;
  readonly practice: string | null;
}

/** Words that say who somebody is, and make no other name of a name. */
const titles: ReadonlySet<string> = new Set(
  (
    'the your our my real official verified true mr mrs ms miss mx dr prof mbacp bacp ' +
    'counsellor counselor counselling counseling therapist author admin administrator moderator team here again'
  )
    .split(' ')
    .map((word) => likeLetters(word)),
);

/** Names this short are part of too many others. */
const minJoined = 8;

/** Writes signs that are read as letters as those letters, and letters that are read as one alike. */
function likeLetters(word: string): string {
  return word
    .replaceAll(/[1l|!]/g, 'i')
    .replaceAll('0', 'o')
    .replaceAll('3', 'e')
    .replaceAll(/[4@]/g, 'a')
    .replaceAll(/[5$]/g, 's')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/** Signs that are read as letters inside a word, but not at its end: an exclamation mark there is one. */
const signs = '|!@$';

const withoutTail = (word: string): string => {
  let end = word.length;
  while (end > 0 && signs.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
};

/**
 * Returns the words of a name as they look: without case, accents, signs and invisible characters, and with letters of
 * other alphabets as the Latin ones that they resemble.
 */
const wordsOf = (name: string): string[] => {
  const apart = remove(name).replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  const plain = comparableText(apart).normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll("'", '');
  return plain.split(/[^\p{L}\d|!@$]+/u).flatMap((word) => {
    const bare = withoutTail(word);
    return bare === '' ? [] : [likeLetters(bare)];
  });
};

const withoutTitles = (words: readonly string[]): string[] => {
  const left = words.filter((word) => !titles.has(word));
  return left.length > 0 ? left : [...words];
};

/** Whether the last names are the same and of all others only the first letter is given: `N. Ashby`. */
const isAbbreviated = (words: readonly string[], own: readonly string[]): boolean =>
  own.length > 1 &&
  words.length === own.length &&
  words.every((word, i) => word === own[i] || (i < own.length - 1 && word.length === 1 && own[i]?.startsWith(word)));

const looksLike = (name: string, ownName: string): boolean => {
  const own = withoutTitles(wordsOf(ownName));
  const all = wordsOf(name);
  const words = withoutTitles(all);
  const joined = own.join('');
  if (joined === '') return false;
  if (words.join('') === joined || all.join('') === joined || isAbbreviated(words, own)) return true;
  return (
    own.length > 1 &&
    (own.every((word) => words.includes(word)) ||
      (joined.length >= minJoined && all.some((_word, i) => all.slice(i).join('').startsWith(joined))))
  );
};

/**
 * Returns whose name a reader has signed with, or with one that looks like it (`nora ashby`, `Nоra Ashby` with a
 * Cyrillic o, `Nora Ashby ✓`, `Ashby, Nora`, `N. Ashby`); null if it is another one.
 */
export const signedAs = (name: string | null, { counsellor, practice }: OwnNames): SignedAs | null => {
  if (name === null) return null;
  if (counsellor !== null && looksLike(name, counsellor)) return 'counsellor';
  return practice !== null && looksLike(name, practice) ? 'practice' : null;
};
