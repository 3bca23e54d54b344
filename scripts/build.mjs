import { rmSync } from 'node:fs';
import { inRoot, pinnedNode } from './paths.mjs';
import { quietly, withPinnedNode } from './run.mjs';
import { step } from './say.mjs';
import { hashOf, isDone, remember } from './stamps.mjs';

const production = () => ({
  env: withPinnedNode({ NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true', NUXT_TELEMETRY_DISABLED: '1' }),
});
const lock = 'pnpm-lock.yaml';
const sentence = 'The build failed: the lines above say where.';

const node = (name, cwd, args) => quietly(name, pinnedNode, args, { sentence, cwd: inRoot(cwd), ...production() });

/** Strapi's compiler leaves files of removed sources behind, and would load them. */
const dropStale = () =>
  ['src', 'config'].forEach((dir) => rmSync(inRoot('cms/dist', dir), { recursive: true, force: true }));

const units = {
  shared: {
    what: 'Building the shared contracts',
    inputs: [lock, 'tsconfig.base.json', 'shared'],
    made: ['shared/dist/index.js'],
    make: () => node('shared', 'shared', ['../node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']),
  },
  admin: {
    what: 'Building the admin (about a minute)',
    inputs: [lock, 'cms/package.json', 'cms/tsconfig.json', 'cms/src/admin', 'cms/src/api', 'cms/src/setup'],
    made: ['cms/dist/build/index.html'],
    make: async () => {
      await node('admin', 'cms', ['node_modules/@strapi/strapi/bin/strapi.js', 'build']);
    },
  },
  cms: {
    what: 'Building the CMS',
    inputs: [lock, 'tsconfig.base.json', 'shared/src', 'cms'],
    made: ['cms/dist/src/index.js', 'cms/dist/config/server.js'],
    make: async () => {
      dropStale();
      await node('cms', 'cms', ['../node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
    },
  },
  'web-types': {
    what: 'Preparing the site’s types',
    inputs: [lock, 'tsconfig.base.json', 'shared/src', 'web'],
    made: ['web/.nuxt/tsconfig.app.json'],
    make: () => node('web-types', 'web', ['node_modules/nuxt/bin/nuxt.mjs', 'prepare']),
  },
  web: {
    what: 'Building the site (about a minute)',
    inputs: [lock, 'tsconfig.base.json', 'shared/src', 'web'],
    made: ['web/.output/server/index.mjs'],
    make: () => node('web', 'web', ['node_modules/nuxt/bin/nuxt.mjs', 'build']),
  },
};

async function build(name) {
  const unit = units[name];
  const hash = hashOf(unit.inputs);
  if (isDone(name, hash, unit.made)) return false;
  await step(unit.what, unit.make);
  remember(name, hash);
  return true;
}

/** Builds what has changed since the last time, in the order of the dependencies. `names`: shared, admin, cms, web, web-types. */
export async function buildChanged(names = ['shared', 'admin', 'cms', 'web']) {
  if (names.some((name) => name !== 'admin')) await build('shared');
  // The admin's build compiles the server too, and empties dist first; the server's own compile comes after it.
  const cms = async () => {
    if (names.includes('admin') && (await build('admin'))) rmSync(inRoot('cms/dist/src/index.js'), { force: true });
    if (names.includes('cms')) await build('cms');
  };
  const web = async () => {
    if (names.includes('web')) await build('web');
  };
  await Promise.all([cms(), web()]);
  if (names.includes('web-types')) await build('web-types');
}
