import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { type Encryption, encryptStream } from './encryption';
import { type FileInArchive, type Manifest, manifestName } from './manifest';

/** A file that goes into the archive under a name. */
export interface ArchiveItem {
  name: string;
  path: string;
}

/** Readable by its owner only: an archive contains secrets and what readers wrote. */
const ownerOnly = 0o600;

/** Adds a file and returns its checksum; null if it has been deleted meanwhile. */
const addFile = async (archive: Pack, { name, path }: ArchiveItem): Promise<FileInArchive | null> => {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const { size, mtime } = await handle.stat();
    const hash = createHash('sha256');
    const hashing = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const content = size === 0 ? Readable.from([]) : handle.createReadStream({ end: size - 1, autoClose: false });
    await pipeline(content, hashing, archive.entry({ name, size, mtime, mode: ownerOnly }));
    return { name, bytes: size, sha256: hash.digest('hex') };
  } finally {
    await handle.close();
  }
};

const addText = (archive: Pack, name: string, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    archive.entry({ name, mode: ownerOnly }, text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });

/** Writes what the disk has not confirmed yet, so that a finished name stands for a finished file. */
const flush = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
};

/**
 * Writes an archive (tar, gzip, encrypted if asked to) under a name of its own first, so that `file` is complete or
 * does not exist.
 * @returns its manifest, and its size in bytes
 */
export const writeArchive = async (
  file: string,
  items: readonly ArchiveItem[],
  about: Omit<Manifest, 'format' | 'files'>,
  encryption: Encryption,
): Promise<{ manifest: Manifest; bytes: number }> => {
  const draft = `${file}.partial`;
  const archive = pack();
  const compressed = createGzip();
  const packed = pipeline(archive, compressed);
  const fill = async (): Promise<Manifest> => {
    const files: FileInArchive[] = [];
    for (const item of items) {
      const added = await addFile(archive, item);
      if (added !== null) files.push(added);
    }
    const manifest: Manifest = { format: 1, ...about, files };
    await addText(archive, manifestName, JSON.stringify(manifest, null, 2));
    archive.finalize();
    return manifest;
  };
  try {
    const encrypted = await encryptStream(compressed, encryption);
    const written = pipeline(encrypted, createWriteStream(draft, { mode: ownerOnly }));
    const filled = fill().catch((error: unknown) => {
      archive.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    });
    const [manifest] = await Promise.all([filled, packed, written]);
    await flush(draft);
    await rename(draft, file);
    return { manifest, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};
