import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
import('./lib/audit.mjs').then(({ runAudit }) => runAudit());
