import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Extract, extract } from 'tar-stream';
import { CommandError } from '#src/cli/run-command';
import { ageHeader, type DecryptionKeys, decryptStream } from './encryption';
import { databaseFolder, envName, type FileInArchive, type Manifest, manifest, manifestName } from './manifest';

/** One file of an archive, as it is read. */
type Entry = Extract extends AsyncIterable<infer Source> ? Source : never;

const damaged = (detail: string, cause?: unknown): CommandError =>
  new CommandError(`This backup is damaged (${detail}). Nothing was changed; use another one.`, { cause });

/** Another file was named, which nobody should take for a damaged backup. */
const notOurs = (detail: string, cause?: unknown): CommandError =>
  new CommandError(`This is not a backup of Quiet Room (${detail}). Nothing was changed; name the file of a backup.`, {
    cause,
  });

/** Two levels at most, and nothing that leads out of the folder. */
const isExpectedName = (name: string): boolean =>
  /^(?:(?:database|uploads)\/)?[^/\\]+$/u.test(name) && !name.split('/').some((part) => part === '.' || part === '..');

const startsEncrypted = async (file: string): Promise<boolean> => {
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory()) throw notOurs('it is a folder');
  if (found?.size === 0) throw notOurs('it is empty');
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(
      error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} can’t be read (${error.code ?? error.message}).`,
    );
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ageHeader.length), 0, ageHeader.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === ageHeader;
  } finally {
    await handle.close();
  }
};

/** Writes an entry to its file and returns its checksum. */
const writeEntry = async (entry: Entry, folder: string): Promise<FileInArchive> => {
  const { name, type } = entry.header;
  if (type !== 'file' || !isExpectedName(name)) throw notOurs(`it contains “${name}”`);
  const hash = createHash('sha256');
  let bytes = 0;
  const counting = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const target = path.join(folder, name);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await pipeline(entry, counting, createWriteStream(target, { mode: 0o600, flags: 'wx' }));
  return { name, bytes, sha256: hash.digest('hex') };
};

const unpack = async (stream: Readable, folder: string): Promise<FileInArchive[]> => {
  const entries = extract();
  const fed = pipeline(stream, createGunzip(), entries);
  const files: FileInArchive[] = [];
  const read = async (): Promise<void> => {
    for await (const entry of entries) files.push(await writeEntry(entry, folder));
  };
  await Promise.all([fed, read()]);
  return files;
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Every backup has the settings of its site or a database. */
const isPartOfBackup = ({ name }: FileInArchive): boolean => name === envName || name.startsWith(`${databaseFolder}/`);

const readManifest = async (folder: string, found: readonly FileInArchive[]): Promise<Manifest> => {
  if (!found.some(isPartOfBackup)) throw notOurs('it contains no part of one');
  const text = await readFile(path.join(folder, manifestName), 'utf8').catch(() => null);
  if (text === null) throw damaged('its end is missing');
  const parsed = manifest.safeParse(jsonIn(text));
  if (!parsed.success)
    throw new CommandError('This backup was made by a version that this one can’t read. Nothing was changed.');
  return parsed.data;
};

const compare = (found: readonly FileInArchive[], { files }: Manifest): void => {
  const expected = new Map(files.map((file) => [file.name, file]));
  for (const { name, bytes, sha256 } of found.filter((file) => file.name !== manifestName)) {
    const entry = expected.get(name);
    if (!entry) throw damaged(`it contains “${name}”, which its list does not name`);
    if (entry.bytes !== bytes || entry.sha256 !== sha256) throw damaged(`the checksum of “${name}” differs`);
    expected.delete(name);
  }
  const [missing] = expected.keys();
  if (missing !== undefined) throw damaged(`“${missing}” is missing`);
};

/**
 * Extracts an archive into an empty folder and compares every file with its checksum.
 * @throws CommandError when it is no archive of ours, incomplete, damaged, or encrypted with another key
 */
export const extractArchive = async (file: string, folder: string, keys: DecryptionKeys): Promise<Manifest> => {
  const isEncrypted = await startsEncrypted(file);
  const stored = createReadStream(file);
  let found: FileInArchive[];
  try {
    found = await unpack(isEncrypted ? await decryptStream(stored, keys) : stored, folder);
  } catch (error) {
    stored.destroy();
    if (error instanceof CommandError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^(?:ENOSPC|EACCES|EROFS|EDQUOT)$/.test(code))
      throw new CommandError(`The backup can’t be unpacked into ${folder} (${code}).`, { cause: error });
    // The first bytes are not those of a compressed file.
    if (error instanceof Error && error.message === 'incorrect header check')
      throw notOurs('it is a file of another kind', error);
    throw damaged('it can’t be unpacked', error);
  }
  const content = await readManifest(folder, found);
  compare(found, content);
  return content;
};
