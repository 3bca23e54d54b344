import { inRoot, pinnedNode } from './paths.mjs';
import { show, withPinnedNode } from './run.mjs';

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];
const project = (name) => (report) =>
  show(pinnedNode, [...vitest, '--config', 'vitest.config.ts', '--project', name, `--outputFile.json=${report}`], {
    cwd: inRoot('tests'),
    env: withPinnedNode({ NODE_ENV: 'test' }),
  });

const tsc = (dir, ...args) => show(pinnedNode, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', dir, ...args]);

async function inTurn(checks) {
  let failed = 0;
  for (const check of checks) if ((await check()) !== 0) failed += 1;
  return failed;
}

/**
 * The parts of `npm test`. `needs` names the builds that it runs on; `run` gets the path for the runner's JSON report
 * and resolves to an exit code. A part without a report of its own counts as one check. They run two at a time in this order, the
 * longest first, which is done soonest.
 */
export const parts = {
  browser: {
    says: 'counsellor and reader in a real browser',
    needs: ['shared', 'admin', 'cms', 'web'],
    run: project('browser'),
  },
  'cms-postgres': {
    says: 'the CMS on PostgreSQL',
    group: 'cms',
    needs: ['shared', 'cms'],
    run: project('cms-postgres'),
  },
  web: { says: 'the site against a real CMS', needs: ['shared', 'cms', 'web'], run: project('web') },
  'cms-sqlite': { says: 'the CMS on SQLite', group: 'cms', needs: ['shared', 'cms'], run: project('cms-sqlite') },
  faults: { says: 'crashes, two processes, lying mail servers', needs: ['shared', 'cms'], run: project('faults') },
  lint: {
    says: 'lint (eslint, knip)',
    needs: ['shared', 'web-types'],
    run: () =>
      inTurn([
        () => show(pinnedNode, ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']),
        () => show(pinnedNode, ['node_modules/knip/bin/knip.js']),
      ]),
  },
  types: {
    says: 'types (tsc, vue-tsc)',
    needs: ['shared', 'web-types'],
    run: () =>
      inTurn([
        () => tsc('shared'),
        () => tsc('cms'),
        () => tsc('cms/src/admin'),
        () => tsc('tests'),
        () => show(pinnedNode, ['node_modules/nuxt/bin/nuxt.mjs', 'typecheck'], { cwd: inRoot('web') }),
      ]),
  },
  unit: {
    says: 'unit tests and the rules of the house',
    needs: ['shared', 'web-types'],
    run: (report) =>
      show(pinnedNode, [...vitest, '--config', 'vitest.unit.config.ts', `--outputFile.json=${report}`], {
        env: withPinnedNode({ NODE_ENV: 'test' }),
      }),
  },
};
