import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
import('./serve.mjs').then(({ serve }) => serve());
