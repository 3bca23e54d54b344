import path from 'node:path';
import { buildChanged, install } from './builds.mjs';
import { inRoot, pinnedNode } from './checkout.mjs';
import { exitWithError, UserFacingError } from './console.mjs';
import { runCommand, withPinnedNode } from './processes.mjs';
import { ensureEnvFile, readSettings } from './settings.mjs';

/**
 * Commands that run beside the CMS, on its database: the compiled file, and whether an argument behind an option is a
 * path.
 */
const cmsCommands = {
  account: { file: 'dist/src/cli/account.js', isPath: () => false },
  import: { file: 'dist/src/cli/import.js', isPath: (option) => option !== '--year' && option !== '--author' },
  privacy: { file: 'dist/src/cli/privacy.js', isPath: (option) => option === '--file' },
};

/**
 * `npm run import -- <file> …`, `npm run privacy -- export|erase <address>` and `npm run account -- …`. Relative paths are those of the folder
 * that the person is in.
 * @param {'account' | 'import' | 'privacy'} name
 */
export async function runCmsCommand(name, args) {
  try {
    const { file, isPath } = cmsCommands[name];
    ensureEnvFile();
    const { env } = readSettings();
    await install();
    await buildChanged(['shared', 'cms']);
    const from = process.env.INIT_CWD ?? process.cwd();
    const resolved = args.map((arg, i) =>
      !arg.startsWith('--') && isPath(args[i - 1]) ? path.resolve(from, arg) : arg,
    );
    process.exitCode = await runCommand(pinnedNode, [file, ...resolved], {
      cwd: inRoot('cms'),
      env: withPinnedNode({ NODE_ENV: 'production', LOG_LEVEL: 'error', ...env }),
    });
  } catch (error) {
    exitWithError(error);
  }
}

const benches = { all: 'bench/run.ts', soak: 'bench/soak.ts' };

/**
 * `npm run bench`: measures what the documentation claims, as ratios against something measured in the same run.
 * `npm run bench -- soak [minutes]`: reads and writes for a while and compares memory.
 */
export async function runBench([name = 'all', ...args]) {
  try {
    if (!(name in benches)) throw new UserFacingError('Usage: npm run bench [-- soak [minutes]]');
    await install();
    await buildChanged();
    process.exitCode = await runCommand(pinnedNode, [benches[name], ...args], {
      cwd: inRoot('tests'),
      env: withPinnedNode({ NODE_ENV: 'production' }),
    });
  } catch (error) {
    exitWithError(error);
  }
}
