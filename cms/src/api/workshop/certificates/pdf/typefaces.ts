import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { create } from 'fontkit';

const brygadaSubsets = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'];
const figtreeSubsets = ['latin', 'latin-ext'];

const brygada = (cut: string): string[] =>
  brygadaSubsets.map((subset) => `@fontsource/brygada-1918/files/brygada-1918-${subset}-${cut}.woff`);
const figtree = (cut: string): string[] =>
  figtreeSubsets.map((subset) => `@fontsource/figtree/files/figtree-${subset}-${cut}.woff`);

/**
 * The typefaces of the certificate. Each is a list of font files with some letters each, and the first file that has a
 * letter sets it. Figtree has no Greek, Cyrillic or Vietnamese letters, so Brygada follows it.
 */
const typefaces = {
  serif: brygada('400-normal'),
  strongSerif: brygada('500-normal'),
  italic: brygada('400-italic'),
  sans: [...figtree('400-normal'), ...brygada('400-normal')],
} as const satisfies Record<string, readonly string[]>;
export type Typeface = keyof typeof typefaces;

/** A font file: its letters, and the bytes that are embedded in the PDF. */
interface Face {
  name: string;
  data: Buffer;
  has: (codePoint: number) => boolean;
}

/** Successive letters that one font file sets. */
export interface Run {
  face: Face;
  text: string;
}

const headerBytes = { woff: 44, sfnt: 12 };
const entryBytes = { woff: 20, sfnt: 16 };

/**
 * Returns the font of a WOFF file as OpenType, which is not compressed. fontkit would decompress each table in
 * JavaScript whenever it needs one, and that took most of the time of a certificate.
 * @throws Error for a file that is not WOFF 1.0
 * @see https://www.w3.org/TR/WOFF/
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is not a WOFF file.');
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(headerBytes.sfnt + count * entryBytes.sfnt);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  const tables: Buffer[] = [];
  let end = header.length;
  for (let index = 0; index < count; index++) {
    const from = headerBytes.woff + index * entryBytes.woff;
    const [offset, packed, length] = [
      woff.readUInt32BE(from + 4),
      woff.readUInt32BE(from + 8),
      woff.readUInt32BE(from + 12),
    ];
    const bytes = woff.subarray(offset, offset + packed);
    const to = headerBytes.sfnt + index * entryBytes.sfnt;
    woff.copy(header, to, from, from + 4);
    woff.copy(header, to + 4, from + 16, from + 20);
    header.writeUInt32BE(end, to + 8);
    header.writeUInt32BE(length, to + 12);
    // Tables that compression would not make smaller are stored as they are; each begins at a multiple of four.
    tables.push(packed === length ? bytes : inflateSync(bytes), Buffer.alloc(-length & 3));
    end += length + (-length & 3);
  }
  return Buffer.concat([header, ...tables]);
}

const faces = new Map<string, Face>();

function face(name: string): Face {
  const known = faces.get(name);
  if (known) return known;
  const data = unpackWoff(readFileSync(require.resolve(name)));
  const font = create(data);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${name} contains more than one font.`);
  const read = { name, data, has: (codePoint: number) => font.hasGlyphForCodePoint(codePoint) };
  faces.set(name, read);
  return read;
}

const unseen = /[\p{Cf}\p{Cc}\ufe00-\ufe0f]/gu;
const hyphens = /[\u2010\u2011]/g;

/** Returns text as it is printed: without invisible characters, and with ordinary spaces, at which a line may end. */
export const printed = (text: string): string =>
  text.toWellFormed().replace(/\s+/g, ' ').replace(unseen, '').replace(hyphens, '-').trim();

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Returns the letters of a text, each with all its marks, so that no line break separates them. */
export const graphemesOf = (text: string): string[] => [...clusters.segment(text)].map(({ segment }) => segment);

/**
 * A letter can be encoded as one character, as a letter with marks, or as the usual form of a rare one (full width,
 * ligatures); a font may have only one of these.
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

/**
 * Returns a text in runs that one font file each can set.
 * @throws Error for letters that no file has; see `unprintable`
 */
export function runsOf(text: string, typeface: Typeface): Run[] {
  const runs: Run[] = [];
  for (const letter of graphemesOf(printed(text))) {
    const run = runOf(letter, typefaces[typeface]);
    if (!run) throw new Error('The fonts lack one of the letters.');
    const last = runs.at(-1);
    if (last?.face === run.face) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}

/** Returns the letters that the fonts lack, each once. They have Latin, Greek, Cyrillic and Vietnamese letters. */
export const unprintable = (text: string): string[] => [
  ...new Set(graphemesOf(printed(text)).filter((letter) => runOf(letter, typefaces.serif) === null)),
];

const picture = /^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u20e3]/u;

/** Returns a text without the emoji that the fonts lack, because the titles of workshops may be decorated with some. */
export const withoutPictures = (text: string): string =>
  graphemesOf(text)
    .filter((letter) => !picture.test(letter) || unprintable(letter).length === 0)
    .join('');
