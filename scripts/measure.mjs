import { buildChanged } from './build.mjs';
import { install } from './install.mjs';
import { inRoot, pinnedNode } from './paths.mjs';
import { show, withPinnedNode } from './run.mjs';
import { failWith } from './say.mjs';

/** `npm run bench`: measures what the README claims, as ratios against something measured in the same run. */
export async function measure() {
  try {
    await install();
    await buildChanged();
    process.exitCode = await show(pinnedNode, ['bench/run.ts'], {
      cwd: inRoot('tests'),
      env: withPinnedNode({ NODE_ENV: 'production' }),
    });
  } catch (error) {
    failWith(error);
  }
}
