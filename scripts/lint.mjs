import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
import('./check.mjs').then(({ check }) => check(['--only', 'lint']));
