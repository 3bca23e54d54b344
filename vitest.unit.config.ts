import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Unit tests stand beside the file that they test; what crosses a border is in tests/. */
export default defineConfig({
  resolve: { alias: { '#src': fileURLToPath(new URL('cms/src', import.meta.url)) } },
  test: {
    name: 'unit',
    include: [
      'shared/src/**/*.test.ts',
      'cms/{src,config}/**/*.test.ts',
      'web/{app,server,client,modules}/**/*.test.ts',
      'tests/architecture/**/*.test.ts',
    ],
  },
});
