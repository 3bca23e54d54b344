import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
import('./lib/commands.mjs').then(({ runBench }) => runBench(process.argv.slice(2)));
