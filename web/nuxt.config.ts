import { fileURLToPath } from 'node:url';

/**
 * How the site is built. What differs from one installation to the next (addresses, secrets, folders) is no part of it:
 * `server/settings.ts` reads that when the server starts, so one build runs everywhere.
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
  css: ['~/assets/css/main.css'],
  components: [{ path: '~/components', pathPrefix: false, extensions: ['vue'] }],

  // Pages are read, not run: no framework script is sent, so nothing that would only serve one is made either.
  features: { inlineStyles: false },
  // One address a page: /Blog and /blog/ are not /blog.
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
    // Headings are headings: a link around each would only repeat it to a screen reader.
    renderer: { anchorLinks: false },
    // The policy pages are filled into memory from the build at the first request: there is no file to look after.
    database: { type: 'sqlite', filename: ':memory:' },
    experimental: { sqliteConnector: 'native' },
  },

  nitro: {
    preset: 'node-server',
    compressPublicAssets: { gzip: true, brotli: true },
    // TypeScript passes over folders whose name begins with a dot.
    typescript: { tsConfig: { include: ['../server/routes/.well-known/*', '../types/*.d.ts'] } },
  },

  hooks: {
    // Not as an option of Nitro: the build's own rendering of the policy pages would take it too.
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
