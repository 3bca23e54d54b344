import { contextPhrases, maxWordsOfForm, wordForms } from './care-words';

/** A sentence as the phrases look for it, and whether someone other than the writer has said it. */
export interface Sentence {
  /** In lower case, as meant; `^` stands before the first word and after the last. */
  words: string[];
  byOther: boolean;
}

/** Digits and signs between two letters that stand for a letter ("k1ll"). */
const signsInWords: Readonly<Record<string, string>> = {
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

/** Replaces what is typed by what it means; at each place the longest form that is known. */
const replaceForms = (words: readonly string[]): string[] => {
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    let taken = 1;
    let form: string | undefined;
    for (let length = maxWordsOfForm; length > 0 && form === undefined; length -= 1) {
      form = wordForms.get(words.slice(at, at + length).join(' '));
      taken = form === undefined ? 1 : length;
    }
    out.push(form ?? words[at]?.replaceAll("'", '') ?? '');
    at += taken;
  }
  return out.filter((word) => word !== '');
};

const wordsOf = (sentence: string): string[] => {
  const tidy = sentence
    .replaceAll(/(?<=[a-z])[01345@$!|](?=[a-z])/g, (sign) => signsInWords[sign] ?? sign)
    .replaceAll(/([a-z])\1{2,}/g, '$1');
  const words = tidy.match(/[\p{L}\p{M}\p{N}*&]+(?:'[\p{L}\p{M}\p{N}*]+)*/gu) ?? [];
  return words.length === 0 ? [] : ['^', ...replaceForms(words).flatMap((word) => word.split(' ')), '^'];
};

/** Splits a plain text into the words of its sentences; sentences without a word are left out. */
const splitSentences = (plain: string): string[][] =>
  plain
    .split(/(?<![.!?…;])[.!?…;]+(?=\s|$)|\n+|(?<=[a-z])[.!?](?=[a-z]{4})/u)
    .map(wordsOf)
    .filter((words) => words.length > 0);

/** In double quotation marks, in single ones that can't be apostrophes, or in a line that begins with ">". */
const quotation =
  /"([^"]{1,1500})"|(?<![\p{L}\p{N}])'(?=\p{L})([^'\n]{2,300}(?:'\p{L}[^'\n]{0,300}){0,5})'(?![\p{L}\p{N}])|^>+(.*)$/gmu;

/** Stands in the text in place of a quotation. */
const marker = /^quotation(\d+)$/;

/**
 * Splits a comment into its sentences. Quotations from a book, a post or an email are left out; what the writer thinks
 * or someone close has said is not, although it stands in quotation marks. When in doubt, a quotation counts as the
 * writer's own.
 *
 * @param plain a text from comparableText
 */
export function sentencesOf(plain: string): Sentence[] {
  const { quoted, ownThought, saidByOthers } = contextPhrases;
  const quotations: string[] = [];
  const outside = plain.replaceAll(
    quotation,
    (_, double?: string, single?: string, line?: string) =>
      ` quotation${quotations.push(double ?? single ?? line ?? '') - 1} `,
  );
  return splitSentences(outside).flatMap((words) => {
    const own: Sentence[] = [{ words: words.filter((word) => !marker.test(word)), byOther: false }];
    const inside = words.flatMap((word) => splitSentences(quotations[Number(marker.exec(word)?.[1])] ?? ''));
    if (inside.length === 0) return own;
    const byOther = saidByOthers.has(words);
    if (quoted.has(words) && !ownThought.has(words) && !byOther) return own;
    return [...own, ...inside.map((each) => ({ words: each, byOther }))];
  });
}
