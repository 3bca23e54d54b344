import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { type Face, faces } from './faces';

/** The OpenType features to keep: kerning, ligatures, accents, and tabular figures for phone numbers. */
const keepFeatures = ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum'];
export const fontsUrl = '/_fonts';
const require = createRequire(import.meta.url);

const codePoints = ([first, last]: readonly [number, number]): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, n) => first + n));

/**
 * The characters for which a browser fetches a face. Small gaps are closed: fewer bytes, and what it lacks falls back.
 */
function unicodeRange({ characters }: Face): string {
  const hex = (point: number) => point.toString(16).toUpperCase();
  const ranges: [number, number][] = [];
  for (const [first, last] of characters) {
    const before = ranges.at(-1);
    if (before && first - before[1] < 0x30) before[1] = last;
    else ranges.push([first, last]);
  }
  return ranges
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(', ');
}

/**
 * Subsets a face into a file, unless an earlier build did. The hash in its name covers the source and the recipe.
 * Returns the name.
 */
async function subsetFace(face: Face, folder: string): Promise<string> {
  const source = await readFile(require.resolve(`${face.source.package}/files/${face.source.file}.woff2`));
  const recipe = JSON.stringify([face.characters, face.weight, keepFeatures]);
  const name = `${face.source.file}.${createHash('sha256').update(source).update(recipe).digest('hex').slice(0, 10)}.woff2`;
  if (existsSync(join(folder, name))) return name;
  const wght = typeof face.weight === 'number' ? face.weight : { min: face.weight[0], max: face.weight[1] };
  const text = face.characters.map(codePoints).join('');
  await writeFile(
    join(folder, name),
    await subsetFont(source, text, { targetFormat: 'woff2', variationAxes: { wght }, keepFeatures, noHinting: true }),
  );
  return name;
}

const fontFaceRule = (face: Face, name: string): string => `@font-face {
  font-family: "${face.family}"; font-style: ${face.style}; font-weight: ${typeof face.weight === 'number' ? 400 : face.weight.join(' ')}; font-display: ${face.display};
  src: url("${fontsUrl}/${name}") format("woff2"); unicode-range: ${unicodeRange(face)};
}`;

/** The SIL Open Font License must be distributed with the files (its condition 2). */
const licenceName = (source: Face['source']): string => `LICENSE-${source.package.split('/').at(-1)}.txt`;

/**
 * Subsets the fonts of the site to the characters and weights that it uses, as files with hashed names in `folder`.
 * Returns the `@font-face` rules.
 */
export async function writeFonts(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const files: { face: Face; name: string }[] = [];
  for (const face of faces) files.push({ face, name: await subsetFace(face, folder) });
  for (const { source } of faces)
    await copyFile(
      join(dirname(require.resolve(`${source.package}/package.json`)), 'LICENSE'),
      join(folder, licenceName(source)),
    );
  const current = new Set([...files.map(({ name }) => name), ...faces.map(({ source }) => licenceName(source))]);
  for (const name of await readdir(folder)) if (!current.has(name)) await rm(join(folder, name));
  return files.map(({ face, name }) => fontFaceRule(face, name)).join('\n');
}
