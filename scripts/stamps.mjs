import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, workDir } from './paths.mjs';

function* filesBelow(file) {
  if (!existsSync(file)) return;
  if (statSync(file).isFile()) {
    yield file;
    return;
  }
  const entries = readdirSync(file, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (
      /^(node_modules|dist|\.nuxt|\.output|\.client|\.fonts|\.data)$/.test(entry.name) ||
      entry.name.endsWith('.test.ts')
    )
      continue;
    yield* filesBelow(path.join(file, entry.name));
  }
}

/** A hash of the names and bytes of all files at or below these places (relative to the top of the checkout). */
export function hashOf(places) {
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const place of places) {
    for (const file of filesBelow(inRoot(place))) hash.update(path.relative(inRoot(), file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const stampFile = (name) => path.join(workDir, 'stamps', name);

/** Whether `name` was last done with these very inputs, and what it made is still there. */
export const isDone = (name, hash, made) =>
  made.every((place) => existsSync(inRoot(place))) &&
  existsSync(stampFile(name)) &&
  readFileSync(stampFile(name), 'utf8') === hash;

export function remember(name, hash) {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), hash);
}
