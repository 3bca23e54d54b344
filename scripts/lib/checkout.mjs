import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const inRoot = (...segments) => path.join(root, ...segments);

/** The Node that everything except these scripts runs on: the version pinned in the lockfile, not the machine's. */
export const pinnedNode = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Where these scripts keep what outlives a run: stamps, logs, test reports. */
export const workDir = inRoot('.build');

/** What builds and tools write beside the sources, and tests: names of files and folders. */
const ignored =
  /^(?:node_modules|dist|\.(?:nuxt|output|client|fonts|styles|data|strapi|strapi-updater\.json))$|\.test\.ts$/;

/** Whether a file or folder of this name is no source, so that nothing has to be built anew for it. */
export const isNoSource = (name) => ignored.test(name);

function* filesBelow(place) {
  if (!existsSync(place)) return;
  if (statSync(place).isFile()) {
    yield place;
    return;
  }
  const entries = readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name } of entries) if (!isNoSource(name)) yield* filesBelow(path.join(place, name));
}

/**
 * Hashes the names and contents of all source files at or below some places.
 * @param {string[]} places files and folders, relative to the top of the checkout
 */
export function hashOf(places) {
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const place of places) {
    for (const file of filesBelow(inRoot(place))) hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const stampFile = (name) => path.join(workDir, 'stamps', name);

/** Whether the step `name` last ran with exactly these inputs and its `outputs` still exist. */
export const isUpToDate = (name, hash, outputs) =>
  outputs.every((place) => existsSync(inRoot(place))) &&
  existsSync(stampFile(name)) &&
  readFileSync(stampFile(name), 'utf8') === hash;

/** Records the inputs that the step `name` has just run with. */
export function writeStamp(name, hash) {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), hash);
}
