import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { addTemplate, defineNuxtModule } from 'nuxt/kit';

const baseUrl = '/_client';
/** The largest script that a page may carry, in bytes. Most of it detects personal details in what a reader types. */
const maxBytes = 5120;
const oneYear = 31_536_000;

/**
 * Bundles `client/` (progressive enhancement) into one file with a hash in its name, apart from Nuxt's own bundle,
 * which no page loads. Provides `#build/client-script`: its URL and its hash for Subresource Integrity.
 *
 * @throws when the script is larger than a page may carry
 * @see https://www.w3.org/TR/SRI/
 */
export default defineNuxtModule({
  meta: { name: 'client-script' },
  async setup(_options, nuxt) {
    const { outputFiles } = await build({
      entryPoints: [join(nuxt.options.rootDir, 'client/main.ts')],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2020',
      legalComments: 'none',
      write: false,
    });
    const code = outputFiles.map(({ text }) => text).join('');
    const bytes = Buffer.byteLength(code);
    if (bytes > maxBytes) throw new Error(`The client script has ${bytes} bytes; the limit is ${maxBytes}.`);

    const name = `client.${createHash('sha256').update(code).digest('hex').slice(0, 10)}.js`;
    const integrity = `sha384-${createHash('sha384').update(code).digest('base64')}`;
    const dir = join(nuxt.options.rootDir, '.client');
    await rm(dir, { recursive: true, force: true });
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, name), code);

    nuxt.options.nitro.publicAssets = [
      ...(nuxt.options.nitro.publicAssets ?? []),
      { dir, baseURL: baseUrl, maxAge: oneYear },
    ];
    addTemplate({
      filename: 'client-script.ts',
      getContents: () => `export default ${JSON.stringify({ src: `${baseUrl}/${name}`, integrity })} as const;\n`,
      write: true,
    });
  },
});
