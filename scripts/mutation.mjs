import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
import('./lib/mutation.mjs').then(({ runMutation }) => runMutation(process.argv.slice(2)));
