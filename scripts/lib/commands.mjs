import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildChanged, install } from './builds.mjs';
import { inRoot, pinnedNode } from './checkout.mjs';
import { exitWithError, printLine, UserFacingError } from './console.mjs';
import { runCommand, withPinnedNode } from './processes.mjs';
import { ensureEnvFile, envFile, readSettings } from './settings.mjs';

/** Of the commands that run beside the CMS, on its database: whether an argument behind an option is a path. */
const takesPath = {
  backup: (option) => option === '--to' || option === '--identity',
  import: (option) => option !== '--year' && option !== '--author' && option !== '--date',
  privacy: (option) => option === '--file',
  restore: () => true,
  'train-care': (option) => option === '--measure',
  'train-spam': (option) => option === '--measure',
};

/** Installs and builds what a command needs, and runs it with the settings of the site; resolves to its exit code. */
async function runBuilt(name, args) {
  const isPath = takesPath[name] ?? (() => false);
  const { env } = readSettings();
  await install();
  // A rehearsal opens the site as well.
  await buildChanged(['shared', 'cms', ...(args.includes('--rehearse') ? ['web'] : [])]);
  const from = process.env.INIT_CWD ?? process.cwd();
  const resolved = args.map((arg, i) => (!arg.startsWith('--') && isPath(args[i - 1]) ? path.resolve(from, arg) : arg));
  return runCommand(pinnedNode, [`dist/src/cli/${name}.js`, ...resolved], {
    cwd: inRoot('cms'),
    env: withPinnedNode({ NODE_ENV: 'production', LOG_LEVEL: 'error', ...env }),
  });
}

/**
 * `npm run import -- <file> …`, `npm run privacy -- export|erase <address>` and other commands of the CMS. Relative
 * paths are those of the folder that the person is in.
 * @param {string} name of a file of `cms/src/cli`
 */
export async function runCmsCommand(name, args) {
  try {
    ensureEnvFile();
    process.exitCode = await runBuilt(name, args);
  } catch (error) {
    exitWithError(error);
  }
}

/**
 * `npm run restore -- <file> …`. Where there are no settings yet, it takes those of the backup and stops: they say
 * where the old server had its data and its database.
 */
export async function runRestore(args) {
  try {
    const needsSettings =
      !args.includes('--env-only') && !existsSync(envFile) && args.some((arg) => !arg.startsWith('--'));
    if (!needsSettings) {
      process.exitCode = await runBuilt('restore', args);
      return;
    }
    const exitCode = await runBuilt('restore', [...args, '--env-only']);
    if (exitCode === 0) {
      const { dataDir, env } = readSettings();
      const database = env.DATABASE_URL ? 'the database in DATABASE_URL' : 'a SQLite database there';
      printLine(
        `Nothing was restored yet: that would be into ${dataDir}, with ${database}. Run it again when that is right.`,
      );
    }
    process.exitCode = exitCode === 0 ? 1 : exitCode;
  } catch (error) {
    exitWithError(error);
  }
}

/**
 * Puts the site back that was there before a restore that was killed, if one was, before its settings are read.
 * @throws {UserFacingError} when that fails, or a restore is still running
 */
export async function undoInterruptedRestore() {
  if (!existsSync(envFile)) return;
  if (!existsSync(path.join(readSettings().dataDir, 'restore-in-progress.json'))) return;
  if ((await runBuilt('restore', ['--undo'])) !== 0)
    throw new UserFacingError('The site was not started, because a restore has not ended: see the line above.');
}

const benches = {
  all: 'bench/run.ts',
  soak: 'bench/soak.ts',
  'first-paint': 'bench/first-paint.ts',
  calls: 'bench/calls.ts',
};

/**
 * `npm run bench`: measures what the documentation claims, as ratios against something measured in the same run.
 * `npm run bench -- soak [minutes]`: reads and writes for a while and compares memory.
 * `npm run bench -- first-paint [visits]`: opens pages on a slow phone beside lean pages of the same words.
 * `npm run bench -- calls`: books calls, many people at once for one time.
 */
export async function runBench([name = 'all', ...args]) {
  try {
    if (!(name in benches))
      throw new UserFacingError('Usage: npm run bench [-- soak [minutes] | -- first-paint [visits] | -- calls]');
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
