/** The width of a text in points at a size in points. */
export type Measure = (text: string, size: number) => number;

/**
 * The room for a text, and its preferred size; all in points. `leading` is the height of a line as a multiple of the
 * size.
 */
export interface Box {
  width: number;
  height: number;
  size: number;
  leading: number;
}

/** A text in lines that fit into its box. */
export interface Fitted {
  lines: string[];
  size: number;
}

/** Below this size words are broken, because nobody could read smaller ones. */
const smallestWhole = 9;
const step = 0.97;

/** Returns lines that are filled one after the other; null if a word is wider than a line. */
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

/** Returns the same number of lines, but as equally long as possible, so that no word is alone on the last one. */
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

/** Returns a word that is wider than a line in pieces that fit. */
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
 * Returns a text as large as its box allows: smaller or on more lines than preferred, but never beyond its edges.
 * @param graphemesOf returns the parts between which a word may be broken
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
