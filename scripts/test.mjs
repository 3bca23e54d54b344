import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
import('./lib/test-run.mjs').then(({ runTests }) => runTests(process.argv.slice(2)));
