import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { addTemplate, defineNuxtModule } from 'nuxt/kit';

const place = '/_small';
/** Reading pages may carry this much script and no more, in bytes; most of it looks for personal details in what somebody types. */
const mostBytes = 5120;

/**
 * The small script: everything in `small/` as one module with a hashed name, outside of Nuxt's own bundle. Gives
 * `#build/small-script` with its address and its hash for Subresource Integrity (https://www.w3.org/TR/SRI/).
 */
export default defineNuxtModule({
  meta: { name: 'small-script' },
  async setup(_options, nuxt) {
    const { outputFiles } = await build({
      entryPoints: [join(nuxt.options.rootDir, 'small/main.ts')],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2020',
      legalComments: 'none',
      write: false,
    });
    const code = outputFiles.map(({ text }) => text).join('');
    if (Buffer.byteLength(code) > mostBytes)
      throw new Error(
        `The small script has ${Buffer.byteLength(code)} bytes; ${mostBytes} is the most that a page may carry.`,
      );

    const name = `small.${createHash('sha256').update(code).digest('hex').slice(0, 10)}.js`;
    const integrity = `sha384-${createHash('sha384').update(code).digest('base64')}`;
    const dir = join(nuxt.options.rootDir, '.small');
    await rm(dir, { recursive: true, force: true });
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, name), code);

    nuxt.options.nitro.publicAssets = [
      ...(nuxt.options.nitro.publicAssets ?? []),
      { dir, baseURL: place, maxAge: 31_536_000 },
    ];
    addTemplate({
      filename: 'small-script.ts',
      getContents: () => `export default ${JSON.stringify({ src: `${place}/${name}`, integrity })} as const;\n`,
      write: true,
    });
  },
});
