import { readdirSync, rmSync } from 'node:fs';
import { hashOf, inRoot, isUpToDate, pinnedNode, writeStamp } from './checkout.mjs';
import { printLine, step } from './console.mjs';
import { runLogged, withPinnedNode } from './processes.mjs';

const pnpmVersion = '12.21.0';

const packageFiles = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  'shared/package.json',
  'cms/package.json',
  'web/package.json',
  'tests/package.json',
];
const installed = [
  'node_modules/.modules.yaml',
  'node_modules/node',
  'cms/node_modules',
  'web/node_modules',
  'shared/node_modules',
  'tests/node_modules',
];

const networkProblem =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network|dns error|error sending request/i;

const explainInstall = (output) =>
  networkProblem.test(output)
    ? 'The packages could not be fetched because the npm registry can’t be reached. Check the network and try again.'
    : 'The packages could not be installed.';

/**
 * Installs exactly what the lockfile names, with the pinned pnpm, unless it is installed. Needs the npm registry the
 * first time.
 */
export async function install() {
  const hash = hashOf(packageFiles);
  if (isUpToDate('install', hash, installed)) return;
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  await step(`Installing the packages with pnpm ${pnpmVersion} (a minute or so the first time)`, () =>
    runLogged('install', npx, ['--yes', `pnpm@${pnpmVersion}`, 'install', '--frozen-lockfile'], {
      explain: explainInstall,
      // The machine's own Node runs npx; CI=true keeps pnpm from asking questions.
      env: { ...process.env, CI: 'true' },
      shell: process.platform === 'win32',
    }),
  );
  writeStamp('install', hash);
  printLine();
}

/** Runs a build tool in one of the packages, as for production. */
const runTool = (name, cwd, args) =>
  runLogged(name, pinnedNode, args, {
    explain: 'The build failed: see the lines above.',
    cwd: inRoot(cwd),
    env: withPinnedNode({ NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true', NUXT_TELEMETRY_DISABLED: '1' }),
  });

const tsc = '../node_modules/typescript/bin/tsc';
/** The native compiler: the same files in a third of the time. */
const nativeTsc = '../node_modules/typescript-7/bin/tsc';
const nuxt = 'node_modules/nuxt/bin/nuxt.mjs';
const everyBuild = ['pnpm-lock.yaml', 'tsconfig.base.json', 'shared/src'];

/**
 * What the admin is made of. A change of the server does not rebuild it: dependency-cruiser refuses imports from anywhere
 * else (`admin-knows-its-build-inputs`).
 */
const adminInputs = () => [
  ...everyBuild,
  'cms/package.json',
  'cms/tsconfig.json',
  'cms/config',
  'cms/src/admin',
  'cms/src/rich-text/rich-text.ts',
  'cms/src/text/text-or-null.ts',
  'cms/src/time/days.ts',
  'cms/src/api/practice/domain',
  ...readdirSync(inRoot('cms/src/api')).flatMap((feature) => [
    `cms/src/api/${feature}/admin`,
    `cms/src/api/${feature}/permissions.ts`,
    `cms/src/api/${feature}/typed-dates.ts`,
  ]),
];

/** What can be built: the sources it depends on, the files that prove it was built, and how to build it. */
const builds = {
  shared: {
    description: 'Building the shared contracts',
    inputs: [...everyBuild, 'shared'],
    outputs: ['shared/dist/index.js'],
    run: () => runTool('shared', 'shared', [tsc, '-p', 'tsconfig.build.json']),
  },
  admin: {
    description: 'Building the admin (about a minute)',
    inputs: adminInputs(),
    outputs: ['cms/dist/build/index.html'],
    run: () => runTool('admin', 'cms', ['node_modules/@strapi/strapi/bin/strapi.js', 'build']),
  },
  cms: {
    description: 'Building the CMS',
    inputs: [...everyBuild, 'cms'],
    outputs: ['cms/dist/src/index.js', 'cms/dist/config/server.js'],
    run: () => {
      // tsc leaves the files of removed sources behind, and Strapi would load them.
      for (const dir of ['src', 'config']) rmSync(inRoot('cms/dist', dir), { recursive: true, force: true });
      return runTool('cms', 'cms', [nativeTsc, '-p', 'tsconfig.build.json']);
    },
  },
  'web-types': {
    description: 'Preparing the site’s types',
    inputs: [...everyBuild, 'web'],
    outputs: ['web/.nuxt/tsconfig.app.json'],
    run: () => runTool('web-types', 'web', [nuxt, 'prepare']),
  },
  web: {
    description: 'Building the site (about a minute)',
    inputs: [...everyBuild, 'web'],
    outputs: ['web/.output/server/index.mjs'],
    run: () => runTool('web', 'web', [nuxt, 'build']),
  },
};

/** Runs one build if its inputs changed; returns whether it ran. */
async function runBuild(name) {
  const { description, inputs, outputs, run } = builds[name];
  const hash = hashOf(inputs);
  if (isUpToDate(name, hash, outputs)) return false;
  await step(description, run);
  writeStamp(name, hash);
  return true;
}

/**
 * Builds what has changed since the last time, in the order of the dependencies.
 * @param {string[]} names of shared, admin, cms, web, web-types; everything that is served by default
 */
export async function buildChanged(names = ['shared', 'admin', 'cms', 'web']) {
  await runBuild('shared');
  const buildCms = async () => {
    // The admin's build compiles the server too and empties `dist` first, so the server's own build comes after it.
    if (names.includes('admin') && (await runBuild('admin'))) rmSync(inRoot('cms/dist/src/index.js'), { force: true });
    if (names.includes('cms')) await runBuild('cms');
  };
  const buildWeb = async () => {
    if (names.includes('web')) await runBuild('web');
  };
  await Promise.all([buildCms(), buildWeb()]);
  if (names.includes('web-types')) await runBuild('web-types');
}
