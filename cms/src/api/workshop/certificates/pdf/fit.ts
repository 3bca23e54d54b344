/** The width of a text in points at a size in points. */
export type Measure = (text: string, size: number) => number;

/**
 * Where a text may stand, and how large it would like to be; all in points. `leading` is the height of a line as a
 * multiple of the size.
 */
export interface Box {
  width: number;
  height: number;
  size: number;
  leading: number;
}

/** A text in lines, none wider than its box and all together no higher. */
export interface Fitted {
  lines: string[];
  size: number;
}

/** Smaller than this nobody reads: rather a word is broken. */
const smallestWhole = 9;
const step = 0.97;

/** Lines filled one after the other; null if a word is wider than a line. */
function filled(words: readonly string[], fits: (line: string) => boolean): string[] | null {
  const lines: string[] = [];
  for (const word of words) {
    if (!fits(word)) return null;
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The same number of lines with as little difference between them as can be: a last line of one word looks lost. */
function balanced(words: readonly string[], lines: string[], widthOf: (line: string) => number): string[] {
  let even = lines;
  while (lines.length > 1) {
    const widest = Math.max(...even.map(widthOf));
    const next = filled(words, (line) => widthOf(line) < widest);
    if (next?.length !== lines.length) return even;
    even = next;
  }
  return even;
}

/** A word that is wider than a line, in pieces that are not. */
function broken(word: string, graphemesOf: (text: string) => string[], fits: (line: string) => boolean): string[] {
  const pieces: string[] = [''];
  for (const letter of graphemesOf(word)) {
    const longer = `${pieces.at(-1)}${letter}`;
    if (pieces.at(-1) === '' || fits(longer)) pieces[pieces.length - 1] = longer;
    else pieces.push(letter);
  }
  return pieces;
}

/**
 * Sets a text as large as its box allows: smaller, or in more lines, but never beyond its edges. `lettersOf` says where
 * a word may be broken.
 */
export function fit(text: string, box: Box, measure: Measure, graphemesOf: (text: string) => string[]): Fitted {
  const words = text.split(' ').filter(Boolean);
  for (let size = box.size; ; size *= step) {
    const widthOf = (line: string): number => measure(line, size);
    const fits = (line: string): boolean => widthOf(line) <= box.width;
    const pieces = size < smallestWhole ? words.flatMap((word) => broken(word, graphemesOf, fits)) : words;
    const lines = filled(pieces, fits);
    if (lines && lines.length * size * box.leading <= box.height)
      return { lines: balanced(pieces, lines, widthOf), size };
  }
}
