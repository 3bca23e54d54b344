import { fileURLToPath } from 'node:url';

/**
 * How the site is built. What differs between installations (URLs, secrets, folders) is not part of the build:
 * `server/settings.ts` reads it when the server starts.
 */
export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  modules: ['@nuxt/content'],
  telemetry: false,
  devtools: { enabled: false },
  sourcemap: { server: false, client: false },
  ssr: true,

  app: {
    head: { htmlAttrs: { lang: 'en-GB' } },
  },
  // Words that stand apart in a template stand apart in the page, also where no style sheet lays them out.
  vue: { compilerOptions: { whitespace: 'preserve' } },
  components: [{ path: '~/components', pathPrefix: false, extensions: ['vue'] }],

  // Pages do not hydrate, so nothing is built that only a script of the framework would use. modules/styles inlines.
  features: { inlineStyles: false },
  // Each page has one URL: /Blog and /blog/ are not /blog.
  router: { options: { sensitive: true, strict: true } },
  experimental: {
    appManifest: false,
    componentIslands: false,
    payloadExtraction: false,
    defaults: { nuxtLink: { prefetch: false, prefetchOn: { visibility: false, interaction: false } } },
  },
  routeRules: {
    '/**': { noScripts: true },
  },

  content: {
    // A link around each heading would make screen readers read it twice.
    renderer: { anchorLinks: false },
    // The policy pages are loaded from the build into memory at the first request, so there is no database file.
    database: { type: 'sqlite', filename: ':memory:' },
    experimental: { sqliteConnector: 'native' },
  },

  nitro: {
    preset: 'node-server',
    compressPublicAssets: { gzip: true, brotli: true },
    // TypeScript skips folders whose name begins with a dot, unless they are listed.
    typescript: { tsConfig: { include: ['../server/routes/.well-known/*', '../types/*.d.ts'] } },
  },

  hooks: {
    // Not as an option of Nitro, because the build's own rendering of the policy pages would use it as well.
    'nitro:init'(nitro) {
      if (!nitro.options.dev) nitro.options.entry = fileURLToPath(new URL('server/entry.ts', import.meta.url));
    },
  },

  typescript: {
    strict: true,
    nodeTsConfig: { include: ['../content.config.ts'] },
    tsConfig: { include: ['../client/**/*', '../types/*.d.ts'] },
  },
});
