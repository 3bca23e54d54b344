import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
import('./import-file.mjs').then(({ importFile }) => importFile(process.argv.slice(2)));
