import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * The keys that erasures are recorded with, one in a line; the first one is used for new erasures. They are random and
 * belong to the data folder: whatever secret is rotated, every erasure can be repeated.
 */
export const erasureKeysFile = (dataDir: string): string => path.join(dataDir, 'erasure-keys');

const keyBytes = 32;
const keyPattern = /^[\w-]{43}$/;

/** Hashes what is erased, such as an address. */
export class ErasureKey {
  readonly #key: Buffer;
  /** Tells keys apart without saying anything about them. */
  readonly id: string;

  /** @param text 32 bytes as base64url */
  constructor(text: string) {
    this.#key = Buffer.from(text, 'base64url');
    this.id = createHash('sha256').update(this.#key).digest('hex').slice(0, 16);
  }

  /** Returns the HMAC-SHA-256 of what is erased, 43 characters. */
  hash(subject: string): string {
    return createHmac('sha256', this.#key).update(subject).digest('base64url');
  }
}

const newKey = (): string => randomBytes(keyBytes).toString('base64url');

const linesOf = (text: string): string[] => text.split(/\s+/).filter((line) => keyPattern.test(line));

const readLines = async (dataDir: string): Promise<string[]> => {
  try {
    return linesOf(await readFile(erasureKeysFile(dataDir), 'utf8'));
  } catch (error) {
    // A file that is there and can't be read must not be taken for none: another key would be made.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
};

const append = async (file: string, lines: readonly string[]): Promise<void> => {
  const handle = await open(file, 'a', 0o600);
  try {
    // Behind a line break: a process that was killed may have left half a line.
    await handle.writeFile(`\n${lines.join('\n')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Creates the file in one step, so that two processes that start together have the same key. */
const createFile = async (dataDir: string): Promise<void> => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = erasureKeysFile(dataDir);
  const draft = `${file}.${randomUUID()}.draft`;
  await append(draft, [newKey()]);
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
};

/** Returns the keys of a data folder, the present one first. It has one after this, if it had none. */
export const readErasureKeys = async (dataDir: string): Promise<[ErasureKey, ...ErasureKey[]]> => {
  let lines = await readLines(dataDir);
  if (lines.length === 0) {
    await createFile(dataDir);
    lines = await readLines(dataDir);
  }
  if (lines.length === 0) {
    // There was a file without a key, such as one that was emptied.
    await append(erasureKeysFile(dataDir), [newKey()]);
    lines = await readLines(dataDir);
  }
  const [first, ...others] = lines.map((line) => new ErasureKey(line));
  if (first === undefined) throw new Error('The file erasure-keys has no key in it.');
  return [first, ...others];
};

/** Adds the keys of another data folder, such as those of a backup, behind the ones that are there. */
export const mergeErasureKeys = async (dataDir: string, otherKeys: string): Promise<void> => {
  const known = new Set(await readLines(dataDir));
  const added = linesOf(otherKeys).filter((line) => !known.has(line));
  if (added.length === 0) return;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await append(erasureKeysFile(dataDir), added);
};
