import { join } from 'node:path';
import { addTemplate, defineNuxtModule, extendPages } from 'nuxt/kit';
import type { NuxtPage } from 'nuxt/schema';

/**
 * The keys of `definePageMeta` that say how the server treats a page. Their values must be literals: they are read at
 * build time.
 */
const metaKeys = ['private', 'secretUrl', 'form', 'sameForAll', 'listed'];

/** Returns the source of a regular expression for a route such as `/blog/:slug()/comment`, with named groups. */
const patternOf = (path: string): string =>
  `^${path
    .split('/')
    .map((segment) => {
      const name = /^:(\w+)/.exec(segment)?.[1];
      return name === undefined ? segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : `(?<${name}>[^/]+)`;
    })
    .join('/')}$`;

const ruleOf = ({ path, meta = {} }: NuxtPage) => ({
  pattern: patternOf(path),
  form: typeof meta['form'] === 'string' ? meta['form'] : null,
  hasSecretUrl: meta['secretUrl'] === true,
  isSameForAll: meta['sameForAll'] === true,
  isListed: meta['listed'] === true,
});

/**
 * Collects from the pages which of them are private and which accept a form, as `#page-rules` for the server. Adds
 * `/dev/components`, a page with all components and their states, to the development server only.
 */
export default defineNuxtModule({
  meta: { name: 'pages' },
  setup(_options, nuxt) {
    if (nuxt.options.dev) {
      const file = join(nuxt.options.srcDir, 'dev/ComponentGallery.vue');
      extendPages((pages) => {
        pages.push({ name: 'dev-components', path: '/dev/components', file });
      });
    }
    const { experimental } = nuxt.options;
    experimental.extraPageMetaExtractionKeys = [...(experimental.extraPageMetaExtractionKeys ?? []), ...metaKeys];
    const { dst } = addTemplate({
      // JavaScript, because the build's folder is below node_modules, where Nitro compiles no TypeScript.
      filename: 'page-rules.mjs',
      write: true,
      getContents: ({ app }) => {
        const rules = (app.pages ?? []).filter(({ meta }) => meta?.['private'] === true).map(ruleOf);
        return `export const pageRules = ${JSON.stringify(rules, null, 2)};\n`;
      },
    });
    nuxt.options.alias['#page-rules'] = dst;
  },
});
