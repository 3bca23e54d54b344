import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
import('./watch.mjs').then(({ watch }) => watch());
