/** Phrases that stand for one thing in another phrase, by the name of their list. They may name lists, too. */
export type Lists = Readonly<Record<string, readonly string[]>>;

/** One part of a phrase: a word that fits, up to `gap` words of any kind, or one of several choices. */
export type Part =
  | { fits: (word: string) => boolean; known: readonly string[] }
  | { gap: number }
  | { choices: Part[][]; optional: boolean };

const maxGap = 4;

/** Splits at a sign, but not inside brackets. */
const splitAt = (sign: string, source: string): string[] => {
  const pieces = [''];
  let depth = 0;
  for (const character of source) {
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    if (character === sign && depth === 0) pieces.push('');
    else pieces[pieces.length - 1] += character;
  }
  if (depth !== 0) throw new Error(`The phrase “${source}” has a bracket that is not closed.`);
  return pieces.filter((piece) => piece !== '');
};

const isBracketed = (piece: string, open: string, close: string): boolean =>
  piece.startsWith(open) && piece.endsWith(close);

const wordPart = (word: string): Part => {
  if (word === '…') return { gap: maxGap };
  if (word === '#') return { fits: (each) => /^\d+$/.test(each), known: [] };
  if (!word.includes('*')) return { fits: (each) => each === word, known: [word] };
  const pattern = new RegExp(`^${word.replaceAll(/[$+?.^]/g, '\\$&').replaceAll('*', '.*')}$`, 'u');
  return { fits: (each) => pattern.test(each), known: [] };
};

/** Single words of a choice become one part, so that long lists cost no more than one word. */
const choicePart = (choices: readonly string[], lists: Lists, optional: boolean): Part => {
  const words = choices.filter((choice) => /^[^ ()[\]<>*#…]+$/.test(choice));
  const set = new Set(words);
  const phrases = choices.filter((choice) => !set.has(choice)).map((choice) => parsePhrase(choice, lists));
  const oneOfWords: Part[][] = words.length > 0 ? [[{ fits: (each) => set.has(each), known: words }]] : [];
  return { choices: [...oneOfWords, ...phrases], optional };
};

const listNamed = (name: string, phrase: string, lists: Lists): readonly string[] => {
  const list = lists[name];
  if (!list) throw new Error(`The phrase “${phrase}” names a list that does not exist: <${name}>.`);
  return list;
};

const partOf = (piece: string, lists: Lists): Part => {
  const choices = splitAt('|', piece);
  if (choices.length > 1) return choicePart(choices, lists, false);
  if (isBracketed(piece, '(', ')')) return choicePart(splitAt('|', piece.slice(1, -1)), lists, false);
  if (isBracketed(piece, '[', ']')) return choicePart(splitAt('|', piece.slice(1, -1)), lists, true);
  if (isBracketed(piece, '<', '>')) return choicePart(listNamed(piece.slice(1, -1), piece, lists), lists, false);
  if (/[()[\]<>]/.test(piece))
    throw new Error(`“${piece}” is not a valid part of a phrase: put a space between parts.`);
  return wordPart(piece);
};

/**
 * Parses a phrase that a counsellor can read, too:
 *
 * - `a|b` one or the other word; `(a b|c)` one or the other phrase
 * - `[a b]` may be left out
 * - `…` up to four words of any kind
 * - `<tablets>` any of the list of that name
 * - `cut*` any word that begins so; `#` a number; `^` the beginning or the end of the sentence
 *
 * @throws Error for a bracket that is not closed, a list that does not exist, and parts without a space between them
 */
export const parsePhrase = (source: string, lists: Lists): Part[] =>
  splitAt(' ', source).map((piece) => partOf(piece, lists));
