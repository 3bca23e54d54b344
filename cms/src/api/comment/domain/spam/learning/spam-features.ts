import { personalDetailsIn } from 'shared';
import type { Features } from '#src/api/comment/domain/care/model/text-features';
import { comparableText } from '#src/api/comment/domain/comparable-text';
import { hashOf } from '#src/api/comment/domain/hash';
import { linkedHosts, offeredWords } from '../offered-text';
import type { SpamFinding } from '../spam-rule';

/**
 * What the filter counts: a bucket for each feature, and the word or pair of words that it stands for, if it is one.
 */
export type SpamFeatures = ReadonlyMap<number, string | null>;

/** Buckets are few on purpose: each stands for many words, so that no word can be read back from what was counted. */
export const bucketBits = 16;

/** In characters: of a long text its beginning and its end are read, where an offer stands. */
const beginning = 1_000;
const ending = 400;

const excerptOf = (text: string): string =>
  text.length <= beginning + ending ? text : `${text.slice(0, beginning)} … ${text.slice(-ending)}`;

/** The lengths of n-grams of characters within a word: they see through misspelling, and know other languages. */
const lengths = [3, 4];

const scripts = ['Cyrillic', 'Han', 'Arabic', 'Thai', 'Hangul', 'Hiragana', 'Greek', 'Hebrew', 'Devanagari'].map(
  (script) => ({ script, pattern: new RegExp(String.raw`\p{Script=${script}}`, 'u') }),
);

const writersWord = /^(?:i|im|ive|id|ill|my|me|mine|myself|we|our)$/;
const readersWord = /^(?:you|your|youre|yours)$/;

const shareOf = (words: readonly string[], pattern: RegExp, many: number): string => {
  const count = words.filter((word) => pattern.test(word)).length;
  return count === 0 ? 'none' : count / words.length > many ? 'many' : 'some';
};

/** Signs that are no words: what kind of text it is, and where it leads. */
const signsOf = (text: string, words: readonly string[], hosts: readonly string[]): string[] => {
  const details = new Set(personalDetailsIn(text).map(({ kind }) => kind));
  return [
    `links ${Math.min(hosts.length, 3)}`,
    ...hosts.flatMap((host) => host.split(/[.-]/)).map((part) => `host ${part}`),
    ...details,
    ...(/[$£€]\s?\d/u.test(text) ? ['money'] : []),
    ...(/\d\s?%/.test(text) ? ['per cent'] : []),
    ...scripts.filter(({ pattern }) => pattern.test(text)).map(({ script }) => script),
    `writer ${shareOf(words, writersWord, 0.08)}`,
    `reader ${shareOf(words, readersWord, 0.06)}`,
    ...(/\p{Extended_Pictographic}/u.test(text) ? ['emoji'] : []),
    ...['!', '?'].filter((sign) => text.includes(sign)),
    ...(/^\p{Ll}/u.test(text) ? ['begins small'] : []),
    `first ${words[0]}`,
  ];
};

const signsOfName = (name: string): string[] => {
  const words = comparableText(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [
    ...words.map((word) => `name ${word}`),
    `name has ${Math.min(words.length, 4)}`,
    ...(linkedHosts(name).length > 0 ? ['name is a link'] : []),
    ...(/\d/.test(name) ? ['name has digits'] : []),
  ];
};

const charactersOf = (text: string): Set<string> => {
  const found = new Set<string>();
  for (const word of comparableText(text).match(/[\p{L}\p{N}']+/gu) ?? []) {
    const spaced = ` ${word} `;
    for (const length of lengths)
      for (let from = 0; from + length <= spaced.length; from += 1) found.add(spaced.slice(from, from + length));
  }
  return found;
};

const strongRule = 6;

const mask = 2 ** bucketBits - 1;
const seeds = { words: 1, signs: 2, characters: 3 } as const;

/**
 * Returns what the filter counts of a comment, each feature once: words and pairs of words, pieces of words, the name,
 * signs such as links and amounts of money, and which rules found something.
 *
 * @param findings what the rules found in name and text alone
 */
export function spamFeaturesOf(
  { name, text }: { name: string; text: string },
  findings: readonly Pick<SpamFinding, 'rule' | 'weight'>[],
): SpamFeatures {
  const excerpt = excerptOf(text);
  const words = offeredWords(excerpt).map((word) => (/^\d+$/.test(word) ? '#' : word));
  const hosts = linkedHosts(excerpt);
  const features = new Map<number, string | null>();
  const add = (parts: Iterable<string>, seed: number, isReadable: boolean): void => {
    for (const part of parts) {
      const bucket = hashOf(part, seed) & mask;
      if (isReadable || !features.has(bucket)) features.set(bucket, isReadable ? part : null);
    }
  };
  add(charactersOf(excerpt), seeds.characters, false);
  const ofRules = findings.flatMap(({ rule, weight }) => [
    `rule ${rule}`,
    ...(weight >= strongRule ? [`strong ${rule}`] : []),
  ]);
  const signs = [
    ...signsOf(excerpt, words, hosts),
    ...signsOfName(name),
    ...(ofRules.length > 0 ? ofRules : ['no rule']),
  ];
  add(signs, seeds.signs, false);
  add(
    words.slice(1).map((word, before) => `${words[before]} ${word}`),
    seeds.words,
    true,
  );
  add(words, seeds.words, true);
  return features;
}

/**
 * Returns the features as a linear classifier weighs them: each the same, and all together no more in a long comment.
 */
export const weighted = (features: SpamFeatures): Features => {
  const value = 1 / Math.sqrt(Math.max(1, features.size));
  return new Map([...features.keys()].map((bucket) => [bucket, value]));
};
