import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { unpackWoff } from './woff';

const brygadaSubsets = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'];
const figtreeSubsets = ['latin', 'latin-ext'];

const brygada = (cut: string): string[] =>
  brygadaSubsets.map((subset) => `@fontsource/brygada-1918/files/brygada-1918-${subset}-${cut}.woff`);
const figtree = (cut: string): string[] =>
  figtreeSubsets.map((subset) => `@fontsource/figtree/files/figtree-${subset}-${cut}.woff`);

/**
 * The type of the certificate: each a family in files of some letters each, the first that has a letter sets it.
 * Figtree has no Greek, Cyrillic or Vietnamese: Brygada helps out.
 */
const typefaces = {
  serif: brygada('400-normal'),
  strongSerif: brygada('500-normal'),
  italic: brygada('400-italic'),
  sans: [...figtree('400-normal'), ...brygada('400-normal')],
} as const satisfies Record<string, readonly string[]>;
export type Typeface = keyof typeof typefaces;

/** A file of type: its letters, and the bytes that are embedded. */
interface Face {
  name: string;
  data: Buffer;
  has: (codePoint: number) => boolean;
}

/** Letters that one file sets. */
export interface Run {
  face: Face;
  text: string;
}

const faces = new Map<string, Face>();

function face(name: string): Face {
  const known = faces.get(name);
  if (known) return known;
  const data = unpackWoff(readFileSync(require.resolve(name)));
  const font = create(data);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${name} holds more than one font.`);
  const read = { name, data, has: (codePoint: number) => font.hasGlyphForCodePoint(codePoint) };
  faces.set(name, read);
  return read;
}

const unseen = /[\p{Cf}\p{Cc}\ufe00-\ufe0f]/gu;
const hyphens = /[\u2010\u2011]/g;

/** Text as it is set: what can't be seen is left out, and every space is one that a line may end at. */
export const printed = (text: string): string =>
  text.toWellFormed().replace(/\s+/g, ' ').replace(unseen, '').replace(hyphens, '-').trim();

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Letters with all their marks, which nothing may part. */
export const graphemesOf = (text: string): string[] => [...clusters.segment(text)].map(({ segment }) => segment);

/**
 * A letter can be written as one character, as letter and marks, or as the usual form of a rare one (full width,
 * ligatures).
 */
const spellings = ['NFC', 'NFD', 'NFKC'] as const;

function runOf(letter: string, names: readonly string[]): Run | null {
  for (const spelling of spellings) {
    const text = letter.normalize(spelling);
    const found = names.map(face).find(({ has }) => [...text].every((character) => has(character.codePointAt(0) ?? 0)));
    if (found) return { face: found, text };
  }
  return null;
}

/** Text in runs that one file can set. Throws for letters that none has: `unprintable` names them. */
export function runsOf(text: string, typeface: Typeface): Run[] {
  const runs: Run[] = [];
  for (const letter of graphemesOf(printed(text))) {
    const run = runOf(letter, typefaces[typeface]);
    if (!run) throw new Error('There is a letter that our type lacks.');
    const last = runs.at(-1);
    if (last?.face === run.face) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}

/**
 * The letters of a text that our type lacks, each once, so that its writer can be told. Latin, Greek and Cyrillic are
 * there, Vietnamese too.
 */
export const unprintable = (text: string): string[] => [
  ...new Set(graphemesOf(printed(text)).filter((letter) => runOf(letter, typefaces.serif) === null)),
];

const picture = /^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u20e3]/u;

/**
 * A text without the emoji that our type lacks: they decorate the title of a workshop on the site, and nobody misses
 * them here.
 */
export const withoutPictures = (text: string): string =>
  graphemesOf(text)
    .filter((letter) => !picture.test(letter) || unprintable(letter).length === 0)
    .join('');
