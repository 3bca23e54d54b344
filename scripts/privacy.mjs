import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
import('./privacy-by-address.mjs').then(({ privacyByAddress }) => privacyByAddress(process.argv.slice(2)));
