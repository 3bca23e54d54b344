import { comparableText } from '#src/api/comment/domain/comparable-text';
import { hashOf } from '#src/api/comment/domain/hash';
import { readWordFile } from '#src/api/comment/read-word-file';
import { contextPhrases, dangerPhrases, harmlessPhrases } from '../care-words';
import { type Sentence, sentencesOf } from '../sentences';

/** Features of a text: a hash for each, and how much it counts. */
export type Features = ReadonlyMap<number, number>;

/** The length of n-grams, in words, in characters of one word, and in characters across words. */
const maxWords = 3;
const charactersInWord = { min: 2, max: 5 };
const charactersAcross = { min: 5, max: 6 };
/** What all n-grams of a kind count together, and what a phrase of the rules, or the context of a sentence, counts. */
const kindWeights = { words: 1.5, characters: 1.25, context: 0.25 };

/** Kinds of features, so that the same letters of another kind have another hash. */
const seeds = { word: 1, gap: 2, list: 3, theme: 4, inWord: 5, across: 6, context: 7 } as const;

const namesByWord = (
  file: string,
  isUsed: (heading: string) => boolean = () => true,
): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, string[]>();
  for (const { heading, lines } of readWordFile(file).sections.filter((section) => isUsed(section.heading))) {
    for (const { text } of lines) names.set(text, [...(names.get(text) ?? []), `<${heading}>`]);
  }
  return names;
};

const usedLists = new Set(['tablets', 'relation', 'strikes', 'struck', 'child', 'scared', 'themself', 'theirs']);
const lists = namesByWord('care/words/lists.txt', (heading) => usedLists.has(heading));
const themes = namesByWord('care/words/themes.txt');

/** Sequences of up to three words, and pairs with a gap of one or two words. */
const addWords = (words: readonly string[], seed: number, found: Set<number>): void => {
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + maxWords); to += 1)
      found.add(hashOf(words.slice(from, to).join(' '), seed));
    for (const gap of [2, 3])
      if (from + gap < words.length) found.add(hashOf(`${words[from]} ${gap} ${words[from + gap]}`, seeds.gap));
  }
};

/** Sequences in which a word of a list is replaced by the name of the list, such as "my <relation> is". */
const addLists = (words: readonly string[], found: Set<number>): void => {
  const named = words.map((word) => lists.get(word)?.[0] ?? word);
  for (let from = 0; from < named.length; from += 1) {
    for (let to = from + 1; to <= Math.min(named.length, from + maxWords); to += 1) {
      const part = named.slice(from, to);
      if (part.some((word) => word.startsWith('<'))) found.add(hashOf(part.join(' '), seeds.list));
    }
  }
};

/** The themes of a sentence, each pair of them, and each with the words beside it. */
const addThemes = (words: readonly string[], found: Set<number>, context: Set<number>): void => {
  const all = new Set<string>();
  for (const [at, word] of words.entries()) {
    for (const theme of themes.get(word) ?? []) {
      all.add(theme);
      found.add(hashOf(`${words[at - 1]} ${theme}`, seeds.theme));
      found.add(hashOf(`${words[at - 2]} ${words[at - 1]} ${theme}`, seeds.theme));
      found.add(hashOf(`${theme} ${words[at + 1]}`, seeds.theme));
    }
  }
  for (const theme of all) {
    context.add(hashOf(theme, seeds.context));
    for (const other of all) if (theme < other) context.add(hashOf(`${theme} ${other}`, seeds.context));
  }
};

/** What the rules know about a sentence: the phrases that they look for, and what stands around them. */
const addContext = (raw: readonly string[], words: readonly string[], context: Set<number>): void => {
  if (raw.some((word, at) => word !== words[at] && words[at] === '~')) context.add(hashOf('idiom', seeds.context));
  for (const [name, book] of Object.entries(contextPhrases))
    if (book.has(raw)) context.add(hashOf(name, seeds.context));
  for (const { entry } of dangerPhrases.find(words)) {
    context.add(hashOf(`${entry.kind} ${entry.urgent}`, seeds.context));
    context.add(hashOf(entry.reason, seeds.context));
  }
};

const addSentence = ({ words: raw, byOther }: Sentence, found: Set<number>, context: Set<number>): void => {
  const words = raw.map((word) => (/^\d+$/.test(word) ? '#' : word));
  for (const { from, to } of harmlessPhrases.find(raw)) words.fill('~', from, to);
  addWords(words, seeds.word + (byOther ? 100 : 0), found);
  addLists(words, found);
  addThemes(words, found, context);
  addContext(raw, words, context);
};

/** Sequences of characters: they see through misspelling, and know "not well!!" from "not well". */
const charactersOf = (plain: string): Set<number> => {
  const found = new Set<number>();
  const add = (
    text: string,
    { min, max }: typeof charactersInWord,
    seed: number,
    isUsed: (part: string) => boolean,
  ) => {
    for (let from = 0; from < text.length; from += 1) {
      for (let to = from + min; to <= Math.min(text.length, from + max); to += 1)
        if (isUsed(text.slice(from, to))) found.add(hashOf(text, seed, from, to));
    }
  };
  for (const word of plain.match(/[\p{L}\p{N}'*]+|[^\s\p{L}\p{N}'*]/gu) ?? [])
    add(` ${word} `, charactersInWord, seeds.inWord, () => true);
  const joined = plain.replaceAll(/[^\p{L}\p{N}']+/gu, ' ');
  add(joined, charactersAcross, seeds.across, (part) => part.includes(' '));
  return found;
};

/**
 * Returns the features of a text that the care model weighs, in time linear in its length: hashes of n-grams of words
 * and characters, of themes, and of what the rules find.
 */
export function featuresOf(text: string): Features {
  const plain = comparableText(text);
  const words = new Set<number>();
  const context = new Set<number>();
  for (const sentence of sentencesOf(plain)) addSentence(sentence, words, context);
  for (const sign of ['"', '?', '!']) if (plain.includes(sign)) context.add(hashOf(sign, seeds.context));
  const characters = charactersOf(plain);
  const features = new Map<number, number>();
  const add = (found: ReadonlySet<number>, weight: number): void => {
    for (const hash of found) features.set(hash, (features.get(hash) ?? 0) + weight);
  };
  add(words, kindWeights.words / Math.sqrt(Math.max(1, words.size)));
  add(characters, kindWeights.characters / Math.sqrt(Math.max(1, characters.size)));
  add(context, kindWeights.context);
  return features;
}
