import { wordForms } from './word-forms';

/** Digits and signs between two letters that stand for a letter ("k1ll"). */
const inWord: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
};

const longestForm = 3;

/** Takes the longest way of typing that is known at each place. */
const meant = (words: readonly string[]): string[] => {
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    let taken = 1;
    let form: string | undefined;
    for (let length = longestForm; length > 0 && form === undefined; length -= 1) {
      const typed = words.slice(at, at + length).join(' ');
      if (Object.hasOwn(wordForms, typed)) [form, taken] = [wordForms[typed], length];
    }
    out.push(form ?? words[at]?.replaceAll("'", '') ?? '');
    at += taken;
  }
  return out.filter((word) => word !== '');
};

/**
 * The words of one sentence as the phrases look for them: lower case, as meant, `^` before the first and after the
 * last.
 */
const wordsOf = (sentence: string): string[] => {
  const tidy = sentence
    .replaceAll(/(?<=[a-z])[01345@$!|](?=[a-z])/g, (sign) => inWord[sign] ?? sign)
    .replaceAll(/([a-z])\1{2,}/g, '$1');
  const words = tidy.match(/[\p{L}\p{M}\p{N}*&]+(?:'[\p{L}\p{M}\p{N}*]+)*/gu) ?? [];
  return words.length === 0 ? [] : ['^', ...meant(words).flatMap((word) => word.split(' ')), '^'];
};

/** Sentences of plain words (plain-words.ts), ready for phrases to be looked for; empty ones are left out. */
export const sentencesOf = (plain: string): string[][] =>
  plain
    .split(/[.!?…;]+(?=\s|$)|\n+|(?<=[a-z])[.!?](?=[a-z]{4})/u)
    .map(wordsOf)
    .filter((words) => words.length > 0);
