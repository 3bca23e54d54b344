import { defineConfig } from 'vitest/config';

/** What crosses a border, part by part; each file starts what it needs, one file at a time: two cores. */
const part = (name: string, dir: string, env: Record<string, string> = {}, globalSetup: string[] = []) => ({
  test: {
    name,
    include: [`${dir}/**/*.test.ts`],
    env,
    globalSetup,
    pool: 'forks' as const,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      part('cms-sqlite', 'cms', { TEST_DATABASE: 'sqlite' }, ['support/prepare-plain.ts']),
      part('cms-postgres', 'cms', { TEST_DATABASE: 'postgres' }, ['support/one-postgres.ts', 'support/prepare-postgres.ts']),
      part('faults', 'faults', {}, ['support/one-postgres.ts']),
      part('web', 'web', {}, ['support/prepare-demo.ts']),
      part('browser', 'browser', {}, ['support/prepare-demo.ts']),
    ],
  },
});
