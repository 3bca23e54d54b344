import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
import('./lib/commands.mjs').then(({ runCmsCommand }) => runCmsCommand('import', process.argv.slice(2)));
