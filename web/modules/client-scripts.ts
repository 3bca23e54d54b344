import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { addTemplate, defineNuxtModule } from 'nuxt/kit';

const baseUrl = '/_client';
const oneYear = 31_536_000;

/**
 * The scripts of a page, in their order, with the most bytes that each may have. The quick exit is written in the oldest
 * syntax that can be built, so that no browser that is too old for the rest loses it. Most of `main` detects personal
 * details in what a reader types. Those that are not everywhere are loaded by the pages that name them.
 */
const scripts = [
  { name: 'exit', target: 'es2015', maxBytes: 1536, isEverywhere: true },
  { name: 'main', target: 'es2020', maxBytes: 4928, isEverywhere: true },
  { name: 'zone', target: 'es2020', maxBytes: 2048, isEverywhere: false },
] as const;

interface BuiltScript {
  name: string;
  isEverywhere: boolean;
  file: string;
  code: string;
  /** For Subresource Integrity. */
  integrity: string;
}

const buildScript = async (
  rootDir: string,
  { name, target, maxBytes, isEverywhere }: (typeof scripts)[number],
): Promise<BuiltScript> => {
  const { outputFiles } = await build({
    entryPoints: [join(rootDir, `client/${name}.ts`)],
    bundle: true,
    minify: true,
    format: 'iife',
    target,
    legalComments: 'none',
    write: false,
  });
  const code = outputFiles.map(({ text }) => text).join('');
  const bytes = Buffer.byteLength(code);
  if (bytes > maxBytes) throw new Error(`The client script "${name}" has ${bytes} bytes; the limit is ${maxBytes}.`);
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 10);
  return {
    name,
    isEverywhere,
    file: `${name}.${hash}.js`,
    code,
    integrity: `sha384-${createHash('sha384').update(code).digest('base64')}`,
  };
};

/**
 * Bundles `client/` (progressive enhancement) into files with a hash in their names, apart from Nuxt's own bundle, which
 * no page loads. Provides `#build/client-scripts`: their URLs and hashes.
 *
 * @throws when a script is larger than a page may carry
 * @see https://www.w3.org/TR/SRI/
 */
export default defineNuxtModule({
  meta: { name: 'client-scripts' },
  async setup(_options, nuxt) {
    const { rootDir } = nuxt.options;
    const built = await Promise.all(scripts.map((script) => buildScript(rootDir, script)));
    const dir = join(rootDir, '.client');
    await rm(dir, { recursive: true, force: true });
    await mkdir(dir, { recursive: true });
    await Promise.all(built.map(({ file, code }) => writeFile(join(dir, file), code)));

    nuxt.options.nitro.publicAssets = [
      ...(nuxt.options.nitro.publicAssets ?? []),
      { dir, baseURL: baseUrl, maxAge: oneYear },
    ];
    addTemplate({
      filename: 'client-scripts.ts',
      getContents: () =>
        `export default ${JSON.stringify(
          built.map(({ name, isEverywhere, file, integrity }) => ({
            name,
            isEverywhere,
            src: `${baseUrl}/${file}`,
            integrity,
          })),
        )} as const;\n`,
      write: true,
    });
  },
});
