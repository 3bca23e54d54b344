import { quietly } from './run.mjs';
import { say, step } from './say.mjs';
import { hashOf, isDone, remember } from './stamps.mjs';

const pnpmVersion = '12.21.0';

const inputs = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  'shared/package.json',
  'cms/package.json',
  'web/package.json',
  'tests/package.json',
];
const made = [
  'node_modules/.modules.yaml',
  'node_modules/node',
  'cms/node_modules',
  'web/node_modules',
  'shared/node_modules',
  'tests/node_modules',
];

const sentence = (printed) =>
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network|dns error|error sending request/i.test(
    printed,
  )
    ? 'The packages could not be fetched: the npm registry can’t be reached from here. Check the network and run the same command again.'
    : 'The packages could not be installed.';

/** Installs exactly what the lockfile names, with the pinned pnpm, unless that has been done. Needs npm, and the registry the first time. */
export async function install() {
  const hash = hashOf(inputs);
  if (isDone('install', hash, made)) return;
  await step(`Installing the packages with pnpm ${pnpmVersion} (a minute or so the first time)`, () =>
    quietly(
      'install',
      process.platform === 'win32' ? 'npx.cmd' : 'npx',
      ['--yes', `pnpm@${pnpmVersion}`, 'install', '--frozen-lockfile'],
      {
        sentence,
        // The machine's own Node runs npx; CI=true keeps pnpm from asking questions.
        env: { ...process.env, CI: 'true' },
        shell: process.platform === 'win32',
      },
    ),
  );
  remember('install', hash);
  say();
}
