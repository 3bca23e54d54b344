import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readErasureKeys } from './erasure-keys';

/**
 * What has been erased is written down outside the database, so that it can be erased again when a backup brings it
 * back. The record holds keyed hashes only: it names nobody, and says nothing without the keys of `erasure-keys.ts`.
 */
const erasure = z.object({
  id: z.uuid(),
  /** When it was erased. */
  at: z.iso.datetime(),
  /** Which key the hash was made with. */
  key: z.string(),
  hash: z.string(),
});
export type Erasure = z.infer<typeof erasure>;

/** The record in a data folder: one line of JSON for each erasure, only ever appended to. */
export const erasureFile = (dataDir: string): string => path.join(dataDir, 'erasures.jsonl');

/** Adds lines at the end of the record; resolves when they are on the disk. */
const append = async (dataDir: string, erasures: readonly Erasure[]): Promise<void> => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const handle = await open(erasureFile(dataDir), 'a', 0o600);
  try {
    await handle.writeFile(erasures.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Writes an erasure down; resolves to its id when that is on the disk.
 * @param subject what is erased, such as an address in lower case
 */
export const recordErasure = async (
  dataDir: string,
  subject: string,
  now: Date,
  id: string = randomUUID(),
): Promise<string> => {
  const [key] = await readErasureKeys(dataDir);
  await append(dataDir, [{ id, at: now.toISOString(), key: key.id, hash: key.hash(subject) }]);
  return id;
};

const parseLine = (line: string): Erasure[] => {
  try {
    return [erasure.parse(JSON.parse(line))];
  } catch {
    // The last line of a process that was killed while it wrote.
    return [];
  }
};

/** Returns the erasures in the text of a record. */
const parseErasures = (text: string): Erasure[] => text.split('\n').flatMap(parseLine);

/** Returns all erasures that are written down, the oldest first. */
export const readErasures = async (dataDir: string): Promise<Erasure[]> =>
  parseErasures(await readFile(erasureFile(dataDir), 'utf8').catch(() => ''));

/** Adds the erasures of another record that are not in this one yet, such as the one of a backup. */
export const mergeErasures = async (dataDir: string, otherRecord: string): Promise<void> => {
  const known = new Set((await readErasures(dataDir)).map(({ id }) => id));
  const added = parseErasures(otherRecord).filter(({ id }) => !known.has(id));
  if (added.length > 0) await append(dataDir, added);
};
