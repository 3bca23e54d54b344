import path from 'node:path';
import { inRoot, pinnedNode, workDir } from './checkout.mjs';
import { runCommand, withPinnedNode } from './processes.mjs';

const vitest = inRoot('node_modules/vitest/vitest.mjs');

/**
 * The many CMS processes that the tests start compile the same thousands of modules: they share what V8 made of them.
 */
const testEnvironment = { NODE_ENV: 'test', NODE_COMPILE_CACHE: path.join(workDir, 'compile-cache') };

/**
 * Runs vitest in a folder. `CI=true` lets a missing snapshot fail instead of being written.
 * @param {string[]} args further arguments: files, `--changed=…`
 */
const runVitest = (folder, options, report, args) =>
  runCommand(
    pinnedNode,
    [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...options, ...args],
    { cwd: inRoot(folder), env: withPinnedNode({ ...testEnvironment, CI: 'true' }) },
  );

/** A project of tests/vitest.config.ts. */
const project = (name, description, needs, isTest) => ({
  description,
  needs,
  isTest,
  vitest: { folder: 'tests', options: ['--config', 'vitest.config.ts', '--project', name] },
});

/** The native compiler: a quarter of the time. Vue's and Strapi's tools need the one before it. */
const tsc = (folder) => [pinnedNode, ['node_modules/typescript-7/bin/tsc', '--noEmit', '-p', folder]];

/**
 * The suites of `npm test`, longest first, which ends soonest when several run side by side. `needs` names the builds
 * that a suite runs on. A suite is either a vitest project, whose test files `isTest` tells by their path from the top,
 * or a list of commands, which counts as one check.
 */
export const suites = {
  browser: project('browser', 'counsellor and reader in a real browser', ['shared', 'admin', 'cms', 'web'], (file) =>
    file.startsWith('tests/browser/'),
  ),
  web: project('web', 'the site against a real CMS', ['shared', 'cms', 'web'], (file) => file.startsWith('tests/web/')),
  faults: project(
    'faults',
    'crashes, two processes, failing mail servers, the operations guide',
    // All that `npm start` would build otherwise, in the middle of a test.
    ['shared', 'admin', 'cms', 'web'],
    (file) => file.startsWith('tests/faults/'),
  ),
  'cms-sqlite': {
    group: 'cms',
    // The site, too: a rehearsal of a backup opens it.
    ...project('cms-sqlite', 'the CMS on SQLite', ['shared', 'cms', 'web'], (file) => file.startsWith('tests/cms/')),
  },
  'cms-postgres': {
    group: 'cms',
    // Leaves out what no database takes part in: see tests/vitest.config.ts.
    isSubset: true,
    ...project('cms-postgres', 'the CMS on PostgreSQL', ['shared', 'cms', 'web'], (file) =>
      file.startsWith('tests/cms/'),
    ),
  },
  lint: {
    description: 'lint (oxlint, eslint, knip, dependency-cruiser)',
    needs: ['shared', 'web-types'],
    commands: [
      [pinnedNode, ['node_modules/oxlint/bin/oxlint', '--type-aware', 'cms', 'shared', 'tests', 'web']],
      [pinnedNode, ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']],
      [pinnedNode, ['node_modules/knip/bin/knip.js']],
      [
        pinnedNode,
        [
          'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
          ...['shared/src', 'cms/src', 'cms/config'],
          ...['app', 'client', 'modules', 'server', 'shared'].map((folder) => `web/${folder}`),
        ],
      ],
    ],
  },
  types: {
    description: 'types (tsc, vue-tsc)',
    needs: ['shared', 'web-types'],
    commands: [
      tsc('shared'),
      tsc('cms'),
      tsc('cms/src/admin'),
      tsc('tests'),
      [pinnedNode, ['node_modules/nuxt/bin/nuxt.mjs', 'typecheck'], { cwd: inRoot('web') }],
    ],
  },
  unit: {
    description: 'unit tests and the rules of the code base',
    needs: ['shared', 'web-types'],
    isTest: (file) => !/^tests\/(?!architecture\/)/.test(file),
    vitest: { folder: '.', options: ['--config', 'vitest.unit.config.ts'] },
  },
};

/**
 * Runs one suite; resolves to an exit code.
 * @param {string} report where a vitest suite writes its JSON report
 * @param {string[]} args for vitest: files, `--changed=…`
 */
export async function runSuite({ vitest, commands }, report, args) {
  if (vitest) return runVitest(vitest.folder, vitest.options, report, args);
  let failed = 0;
  for (const command of commands) if ((await runCommand(...command)) !== 0) failed += 1;
  return failed;
}

/** Watches the tests of one vitest suite and runs them again after each change of a file, until it is told to stop. */
export const watchSuite = ({ vitest: { folder, options } }, args) =>
  runCommand(pinnedNode, [vitest, 'watch', ...options, ...args], {
    cwd: inRoot(folder),
    env: withPinnedNode(testEnvironment),
  });
