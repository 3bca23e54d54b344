import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { addTemplate, defineNuxtModule } from 'nuxt/kit';
import subsetFont from 'subset-font';
import { type Face,faces } from './faces';

/** Kept of a font's features: kerning, ligatures, accents, and the even figures of phone numbers. */
const keepFeatures = ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum'];
const place = '/_fonts';
const require = createRequire(import.meta.url);

const codePoints = ([first, last]: readonly [number, number]): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, n) => first + n));

function unicodeRange({ characters }: Face): string {
  const hex = (point: number) => point.toString(16).toUpperCase();
  return characters
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(', ');
}

/** Makes the file of a face, unless a build before this one has; its name tells what it was made of and how. */
async function fileOf(face: Face, folder: string): Promise<string> {
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

const rule = (face: Face, name: string): string => `@font-face {
  font-family: "${face.family}"; font-style: ${face.style}; font-weight: ${typeof face.weight === 'number' ? 400 : face.weight.join(' ')}; font-display: swap;
  src: url("${place}/${name}") format("woff2"); unicode-range: ${unicodeRange(face)};
}`;

async function layOut(folder: string): Promise<{ css: string; preloads: string[] }> {
  await mkdir(folder, { recursive: true });
  const made: { face: Face; name: string }[] = [];
  for (const face of faces) made.push({ face, name: await fileOf(face, folder) });
  for (const { source } of faces)
    await copyFile(
      join(dirname(require.resolve(`${source.package}/package.json`)), 'LICENSE'),
      join(folder, licence(source)),
    );
  const kept = new Set([...made.map(({ name }) => name), ...faces.map(({ source }) => licence(source))]);
  for (const name of await readdir(folder)) if (!kept.has(name)) await rm(join(folder, name));
  return {
    css: made.map(({ face, name }) => rule(face, name)).join('\n'),
    preloads: made.filter(({ face }) => face.preload).map(({ name }) => `${place}/${name}`),
  };
}

/** The SIL Open Font License travels with the files (its condition 2). */
const licence = (source: Face['source']): string => `LICENSE-${source.package.split('/').at(-1)}.txt`;

/**
 * The fonts of the site, cut down at build time to the characters and weights that it uses, with hashed names under
 * `/_fonts`. Gives `#build/fonts.css` (their @font-face rules) and `#build/font-preloads` (addresses for the head).
 */
export default defineNuxtModule({
  meta: { name: 'fonts' },
  async setup(_options, nuxt) {
    const dir = join(nuxt.options.rootDir, '.fonts');
    const { css, preloads } = await layOut(dir);
    nuxt.options.nitro.publicAssets = [
      ...(nuxt.options.nitro.publicAssets ?? []),
      { dir, baseURL: place, maxAge: 31_536_000 },
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
