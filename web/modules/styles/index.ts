import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addTemplate, defineNuxtModule } from 'nuxt/kit';
import { bundleStyles, checkWeight } from './bundle';
import { fontsUrl, writeFonts } from './fonts';
import { divideStyles } from './page-rules';

const baseUrl = '/_styles';
const oneYear = 31_536_000;

/** Classes of elements that the client scripts make. */
const addedByScripts = new Set(['.vh', '.local-time']);

/** Writes the style sheet of what is below the first screen into a folder of its own; returns its URL. */
async function writeLaterStyles(dir: string, css: string): Promise<string> {
  const name = `later.${createHash('sha256').update(css).digest('hex').slice(0, 10)}.css`;
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, name), css);
  return `${baseUrl}/${name}`;
}

/**
 * Builds two style sheets from `app/assets/css`: that of the first screen, of which every page contains what it uses,
 * and that of the rest with the fonts, a file which no first paint waits for. Provides `#styles` to the pages and to the
 * server. In development, Vite loads both as files.
 *
 * @throws when one is larger than readers should wait for
 */
export default defineNuxtModule({
  meta: { name: 'styles' },
  async setup(_options, nuxt) {
    const { rootDir, srcDir, buildDir, dev } = nuxt.options;
    const source = (name: string) => join(srcDir, `assets/css/${name}.css`);
    const folders = { fonts: join(rootDir, '.fonts'), styles: join(rootDir, '.styles') };
    const fontFaces = await writeFonts(folders.fonts);
    const [first, later] = await Promise.all([bundleStyles(source('first')), bundleStyles(source('later'), fontFaces)]);
    checkWeight(first, later);
    nuxt.options.nitro.publicAssets = [
      ...(nuxt.options.nitro.publicAssets ?? []),
      { dir: folders.fonts, baseURL: fontsUrl, maxAge: oneYear },
      { dir: folders.styles, baseURL: baseUrl, maxAge: oneYear },
    ];
    const styles = {
      firstStyles: dev ? [] : divideStyles(first, addedByScripts),
      laterStyles: await writeLaterStyles(folders.styles, later),
    };
    const { dst } = addTemplate({
      // JavaScript, because the build's folder is below node_modules, where Nitro compiles no TypeScript.
      filename: 'styles.mjs',
      write: true,
      getContents: () =>
        Object.entries(styles)
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
          .join(''),
    });
    nuxt.options.alias['#styles'] = dst;
    if (dev) {
      addTemplate({ filename: 'fonts.css', getContents: () => fontFaces, write: true });
      nuxt.options.css.unshift(source('first'), join(buildDir, 'fonts.css'), source('later'));
    }
  },
});
