import { defineConfig } from 'vitest/config';

/** Of the CMS: what no database has a part in, or what chooses its own, is checked beside SQLite only. */
const anyDatabase = [
  'access',
  'accounts',
  'accounts-second-factor',
  'call-calendars',
  'counsellor-address',
  'demo-content',
  'document-actions',
  'import',
  'missed-jobs',
  'permissions',
  'roles',
  'routes',
  'security',
  'start-and-damage',
  'uploads',
].map((name) => `cms/${name}.test.ts`);

/** What crosses a border, part by part; each file starts what it needs, one file at a time: two cores. */
const part = (
  name: string,
  dir: string,
  env: Record<string, string> = {},
  globalSetup: string[] = [],
  exclude: string[] = [],
) => ({
  test: {
    name,
    include: [`${dir}/**/*.test.ts`],
    exclude,
    env,
    globalSetup,
    setupFiles: ['support/stop-after-file.ts'],
    pool: 'forks' as const,
    fileParallelism: false,
    // One process for all files: loading Strapi takes longer than most files. What files share, support/ resets.
    isolate: false,
    // What comes to be true a moment later may take many times as long beside other suites. How fast it must be is a
    // claim of its own, made in tests/web/freshness.test.ts.
    expect: { poll: { timeout: 20_000, interval: 50 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      part('cms-sqlite', 'cms', { TEST_DATABASE: 'sqlite' }, ['support/prepare-plain.ts']),
      part(
        'cms-postgres',
        'cms',
        { TEST_DATABASE: 'postgres' },
        ['support/one-postgres.ts', 'support/prepare-postgres.ts'],
        anyDatabase,
      ),
      part('faults', 'faults', {}, ['support/one-postgres.ts', 'support/prepare-plain.ts']),
      part('web', 'web', {}, ['support/prepare-demo.ts']),
      part('browser', 'browser', {}, ['support/prepare-demo.ts']),
    ],
  },
});
