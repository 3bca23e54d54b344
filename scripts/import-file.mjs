import path from 'node:path';
import { buildChanged } from './build.mjs';
import { install } from './install.mjs';
import { inRoot, pinnedNode } from './paths.mjs';
import { show, withPinnedNode } from './run.mjs';
import { failWith } from './say.mjs';
import { makeEnvFile, readSettings } from './settings.mjs';

/** `npm run import -- <file> …`: the CMS reads the file; paths are those of the folder that the person is in. */
export async function importFile(args) {
  try {
    makeEnvFile();
    const { env } = readSettings();
    await install();
    await buildChanged(['shared', 'cms']);
    const from = process.env.INIT_CWD ?? process.cwd();
    const resolved = args.map((arg, i) =>
      arg.startsWith('--') || args[i - 1] === '--year' || args[i - 1] === '--author' ? arg : path.resolve(from, arg),
    );
    process.exitCode = await show(pinnedNode, ['dist/src/cli/import.js', ...resolved], {
      cwd: inRoot('cms'),
      env: withPinnedNode({ NODE_ENV: 'production', LOG_LEVEL: 'error', ...env }),
    });
  } catch (error) {
    failWith(error);
  }
}
