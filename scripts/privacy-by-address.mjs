import path from 'node:path';
import { buildChanged } from './build.mjs';
import { install } from './install.mjs';
import { inRoot, pinnedNode } from './paths.mjs';
import { show, withPinnedNode } from './run.mjs';
import { failWith } from './say.mjs';
import { makeEnvFile, readSettings } from './settings.mjs';

/** `npm run privacy -- export|erase <address>`: the CMS's own database is asked; a file is that of the folder that the person is in. */
export async function privacyByAddress(args) {
  try {
    makeEnvFile();
    const { env } = readSettings();
    await install();
    await buildChanged(['shared', 'cms']);
    const from = process.env.INIT_CWD ?? process.cwd();
    const resolved = args.map((arg, i) => (args[i - 1] === '--file' ? path.resolve(from, arg) : arg));
    process.exitCode = await show(pinnedNode, ['dist/src/cli/privacy.js', ...resolved], {
      cwd: inRoot('cms'),
      env: withPinnedNode({ NODE_ENV: 'production', LOG_LEVEL: 'error', ...env }),
    });
  } catch (error) {
    failWith(error);
  }
}
