import { refuseOldNode } from './lib/node-version.mjs';

refuseOldNode();
import('./lib/servers.mjs').then(({ serveBuilt }) => serveBuilt());
