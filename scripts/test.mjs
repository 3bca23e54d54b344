import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
import('./check.mjs').then(({ check }) => check(process.argv.slice(2)));
