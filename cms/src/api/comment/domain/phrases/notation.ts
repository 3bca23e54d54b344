/**
 * Words that stand for one thing in a phrase, by the name of the list. An entry is a phrase itself and may name other
 * lists.
 */
export type Lists = Readonly<Record<string, readonly string[]>>;

/** One step of a phrase: a word that fits, any number of words up to `gap`, or one of several ways to go on. */
export type Part =
  | { word: (word: string) => boolean; known: readonly string[] }
  | { gap: number }
  | { either: Part[][]; optional: boolean };

const longestGap = 4;

/** Splits at a sign where it stands in no inner brackets. */
const splitAt = (sign: string, source: string): string[] => {
  const pieces = [''];
  let depth = 0;
  for (const letter of source) {
    if (letter === '(' || letter === '[') depth += 1;
    if (letter === ')' || letter === ']') depth -= 1;
    if (letter === sign && depth === 0) pieces.push('');
    else pieces[pieces.length - 1] += letter;
  }
  if (depth !== 0) throw new Error(`The phrase “${source}” has a bracket that is not closed.`);
  return pieces.filter((piece) => piece !== '');
};

const isBracketed = (piece: string, open: string, close: string): boolean =>
  piece.startsWith(open) && piece.endsWith(close);

const oneWord = (word: string): Part => {
  if (word === '…') return { gap: longestGap };
  if (word === '#') return { word: (each) => /^\d+$/.test(each), known: [] };
  if (!word.includes('*')) return { word: (each) => each === word, known: [word] };
  const like = new RegExp(`^${word.replaceAll(/[$+?.^]/g, '\\$&').replaceAll('*', '.*')}$`, 'u');
  return { word: (each) => like.test(each), known: [] };
};

/** Single words of an alternative become one step, so that long lists cost no more than one word. */
const either = (choices: readonly string[], lists: Lists, optional: boolean): Part => {
  const single = choices.filter((choice) => /^[^ ()[\]<>*#…]+$/.test(choice));
  const set = new Set(single);
  const others = choices.filter((choice) => !set.has(choice)).map((choice) => parsePhrase(choice, lists));
  const words: Part[][] = single.length > 0 ? [[{ word: (each) => set.has(each), known: single }]] : [];
  return { either: [...words, ...others], optional };
};

const listed = (name: string, phrase: string, lists: Lists): readonly string[] => {
  const list = lists[name];
  if (!list) throw new Error(`The phrase “${phrase}” names a list that does not exist: <${name}>.`);
  return list;
};

const partOf = (piece: string, lists: Lists): Part => {
  const choices = splitAt('|', piece);
  if (choices.length > 1) return either(choices, lists, false);
  if (isBracketed(piece, '(', ')')) return either(splitAt('|', piece.slice(1, -1)), lists, false);
  if (isBracketed(piece, '[', ']')) return either(splitAt('|', piece.slice(1, -1)), lists, true);
  if (isBracketed(piece, '<', '>')) return either(listed(piece.slice(1, -1), piece, lists), lists, false);
  if (/[()[\]<>]/.test(piece)) throw new Error(`“${piece}” is not a part of a phrase: put a space between its parts.`);
  return oneWord(piece);
};

/**
 * Reads a phrase that a counsellor can read, too:
 *
 * - `a|b` one or the other word; `(a b|c)` one or the other phrase
 * - `[a b]` may be left out
 * - `…` up to four words of any kind
 * - `<tablets>` any of the list of that name
 * - `cut*` any word that begins so; `#` a number; `^` the beginning or the end of the sentence
 *
 * Errors: a bracket that is not closed, a list that does not exist, parts without a space between them.
 */
export const parsePhrase = (source: string, lists: Lists): Part[] =>
  splitAt(' ', source).map((piece) => partOf(piece, lists));
