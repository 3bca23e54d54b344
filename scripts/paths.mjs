import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the checkout. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export const inRoot = (...parts) => path.join(root, ...parts);

/** The Node that everything but these scripts runs on: the pinned one from the lockfile, not the machine's. */
export const pinnedNode = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What these scripts remember and write between runs: stamps, logs, test reports. */
export const workDir = inRoot('.build');
