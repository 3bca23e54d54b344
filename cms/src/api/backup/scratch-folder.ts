import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** After how long nobody works in a scratch folder any more, in milliseconds. */
const abandonedAfterMs = 86_400_000;

/**
 * Creates a folder that only its owner can look into. Deletes those of the same name that a process which was killed has
 * left there: they contain everything that a backup does.
 */
export const makeScratchFolder = async (parent: string, name: string): Promise<string> => {
  for (const entry of await readdir(parent)) {
    if (!entry.startsWith(name)) continue;
    const left = path.join(parent, entry);
    const stats = await stat(left).catch(() => null);
    if (stats !== null && Date.now() - stats.mtimeMs > abandonedAfterMs)
      await rm(left, { recursive: true, force: true });
  }
  return mkdtemp(path.join(parent, name));
};
