import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
import('./lib/commands.mjs').then(({ runRestore }) => runRestore(process.argv.slice(2)));
