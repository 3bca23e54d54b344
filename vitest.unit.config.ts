import { defineConfig } from 'vitest/config';

/** Unit tests stand beside the file that they test; what crosses a border is in tests/. */
export default defineConfig({
  test: {
    name: 'unit',
    include: [
      'shared/src/**/*.test.ts',
      'cms/{src,config}/**/*.test.ts',
      'web/{app,server,small,modules}/**/*.test.ts',
      'tests/architecture/**/*.test.ts',
    ],
  },
});
