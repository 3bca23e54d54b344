import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
import('./measure.mjs').then(({ measure }) => measure());
