import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const below = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

/** Unit tests stand beside the file that they test; what crosses a package's border is in tests/. */
export default defineConfig({
  resolve: {
    // `#src` is the CMS's; the others are the aliases that Nuxt defines for the site.
    alias: {
      '#src': below('cms/src'),
      '#server': below('web/server'),
      '#shared': below('web/shared'),
      '#page-rules': below('web/.nuxt/page-rules.mjs'),
      '~~': below('web'),
      '~': below('web/app'),
    },
  },
  test: {
    name: 'unit',
    // Modules are loaded once a worker instead of once a file, which is most of the time; a test restores what it
    // changes.
    isolate: false,
    // Some compute for seconds, and for longer beside other work.
    testTimeout: 30_000,
    // Mutation runs in threads, where the server's time zone, which this test changes, cannot be changed.
    exclude: [...configDefaults.exclude, ...(process.env.MUTATION_RUN ? ['**/calendars.test.ts'] : [])],
    include: [
      'scripts/**/*.test.mjs',
      'shared/src/**/*.test.ts',
      'cms/{src,config}/**/*.test.ts',
      'web/{app,server,shared,client,modules}/**/*.test.ts',
      'tests/architecture/**/*.test.ts',
    ],
  },
});
