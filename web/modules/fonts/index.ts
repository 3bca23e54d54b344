import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { addTemplate, defineNuxtModule } from 'nuxt/kit';
import subsetFont from 'subset-font';
import { type Face, faces } from './faces';

/** The OpenType features to keep: kerning, ligatures, accents, and tabular figures for phone numbers. */
const keepFeatures = ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum'];
const baseUrl = '/_fonts';
const require = createRequire(import.meta.url);

const codePoints = ([first, last]: readonly [number, number]): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, n) => first + n));

function unicodeRange({ characters }: Face): string {
  const hex = (point: number) => point.toString(16).toUpperCase();
  return characters
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
  font-family: "${face.family}"; font-style: ${face.style}; font-weight: ${typeof face.weight === 'number' ? 400 : face.weight.join(' ')}; font-display: swap;
  src: url("${baseUrl}/${name}") format("woff2"); unicode-range: ${unicodeRange(face)};
}`;

async function writeFonts(folder: string): Promise<{ css: string; preloads: string[] }> {
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
  return {
    css: files.map(({ face, name }) => fontFaceRule(face, name)).join('\n'),
    preloads: files.filter(({ face }) => face.preload).map(({ name }) => `${baseUrl}/${name}`),
  };
}

/** The SIL Open Font License must be distributed with the files (its condition 2). */
const licenceName = (source: Face['source']): string => `LICENSE-${source.package.split('/').at(-1)}.txt`;

/**
 * Subsets the fonts of the site to the characters and weights that it uses and serves them under hashed names. Provides
 * `#build/fonts.css` (the @font-face rules) and `#build/font-preloads` (URLs for the head).
 */
export default defineNuxtModule({
  meta: { name: 'fonts' },
  async setup(_options, nuxt) {
    const dir = join(nuxt.options.rootDir, '.fonts');
    const { css, preloads } = await writeFonts(dir);
    nuxt.options.nitro.publicAssets = [
      ...(nuxt.options.nitro.publicAssets ?? []),
      { dir, baseURL: baseUrl, maxAge: 31_536_000 },
    ];
    addTemplate({ filename: 'fonts.css', getContents: () => css, write: true });
    addTemplate({
      filename: 'font-preloads.ts',
      getContents: () => `export default ${JSON.stringify(preloads)} as readonly string[];\n`,
      write: true,
    });
    nuxt.options.css.unshift(join(nuxt.options.buildDir, 'fonts.css'));
  },
});
