import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
import('./lib/commands.mjs').then(({ runCmsCommand }) => runCmsCommand('train-spam', process.argv.slice(2)));
