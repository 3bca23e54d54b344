import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '#src/cli/run-command';
import { archivePattern } from '#src/database/site-traces';
import { erasureKeysFile } from '#src/security/erasure-keys';
import { erasureFile } from '#src/security/erasure-record';
import type { Encryption } from './archive/encryption';
import {
  databaseFolder,
  envName,
  erasureKeysName,
  erasuresName,
  type Manifest,
  uploadsFolder,
} from './archive/manifest';
import { type ArchiveItem, writeArchive } from './archive/write-archive';
import type { CopiedDatabase } from './database/site-database';
import { envTextOf } from './env-file';
import { installedVersion } from './installed-version';
import { explainWriteError, sizeOfFiles } from './no-room';
import { makeScratchFolder } from './scratch-folder';
import type { SitePlace } from './site-place';
import { writeBackupStatus } from './status';

const dayMs = 86_400_000;

export interface CreatedBackup {
  file: string;
  manifest: Manifest;
  bytes: number;
  /** How many archives were deleted because they were too old. */
  deleted: number;
}

export interface BackupOptions {
  encryption: Encryption;
  /** After how many days an archive is deleted, so that what was erased ends in the backups, too. */
  keepDays: number;
  /** Why it is made, as part of its name. */
  reason?: 'before-restore';
}

/** Returns the name of an archive, which says when it was made (UTC). */
const archiveName = ({ encryption, reason }: BackupOptions, now: Date): string => {
  const instant = now
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  const ending = encryption.kind === 'none' ? '.tar.gz' : '.tar.gz.age';
  return ['quiet-room', reason, instant].filter(Boolean).join('-') + ending;
};

/** Returns a file for an archive that does not exist yet: two may be made within a second. */
const newArchive = (folder: string, options: BackupOptions, now: Date): string => {
  const file = path.join(folder, archiveName(options, now));
  return existsSync(file) ? newArchive(folder, options, new Date(now.getTime() + 1000)) : file;
};

/** Returns when an archive was made, by its name; null for other files. */
const madeAt = (name: string): Date | null => {
  const instant = archivePattern.exec(name)?.[1];
  return instant === undefined ? null : new Date(`${instant.replace(/T(\d\d)-(\d\d)-(\d\d)$/, 'T$1:$2:$3')}Z`);
};

/** Deletes the archives in a folder that are older than `keepDays`, and no other file; returns how many. */
const deleteOldArchives = async (folder: string, keepDays: number, now: Date): Promise<number> => {
  let deleted = 0;
  for (const name of await readdir(folder)) {
    const made = madeAt(name);
    if (made === null || now.getTime() - made.getTime() <= keepDays * dayMs) continue;
    await rm(path.join(folder, name), { force: true });
    deleted += 1;
  }
  return deleted;
};

const uploadsIn = async (folder: string): Promise<ArchiveItem[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: false }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name: `${uploadsFolder}/${name}`, path: path.join(folder, name) }));
};

/** The settings as their file has them, or as this process has them if there is no file. */
const envText = async ({ envFile, environment }: SitePlace): Promise<string> =>
  (envFile === null ? null : await readFile(envFile, 'utf8').catch(() => null)) ?? envTextOf(environment);

/** The settings and the record of erasures with its keys, copied: they may change while the archive is written. */
const smallFiles = async (place: SitePlace, folder: string): Promise<ArchiveItem[]> => {
  const contents = [
    { name: envName, content: await envText(place) },
    { name: erasuresName, content: await readFile(erasureFile(place.dataDir)).catch(() => null) },
    { name: erasureKeysName, content: await readFile(erasureKeysFile(place.dataDir)).catch(() => null) },
  ];
  const items: ArchiveItem[] = [];
  for (const { name, content } of contents) {
    if (content === null) continue;
    const copy = path.join(folder, name);
    await writeFile(copy, content, { mode: 0o600 });
    items.push({ name, path: copy });
  }
  return items;
};

/** What is left of a site that has lost its database, such as the log of its last changes. */
const copyLeftovers = ({ database }: SitePlace): CopiedDatabase => {
  const files = database.client === 'sqlite' ? database.files.filter((file) => existsSync(file)) : [];
  const items = files.map((file) => ({ name: `${databaseFolder}/${path.basename(file)}`, path: file }));
  return { copy: { client: 'none' }, rows: {}, items };
};

const copyDatabase = async (place: SitePlace, { reason }: BackupOptions, folder: string): Promise<CopiedDatabase> =>
  reason === 'before-restore' && !(await place.database.exists())
    ? copyLeftovers(place)
    : place.database.copyInto(folder);

/** How much a backup needs at most in its folder, in bytes: a copy of the database, and the archive. */
const sizeNeeded = async (place: SitePlace): Promise<number | null> => {
  const uploads = place.usesBucket ? [] : await uploadsIn(place.uploadsDir);
  try {
    return 2 * (await place.database.size()) + (await sizeOfFiles(uploads));
  } catch {
    return null;
  }
};

const makeFolder = (folder: string): Promise<unknown> =>
  mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(
      `The folder ${folder} can’t be created (${error.code ?? error.message}). Name another one that you may write to with --to.`,
    );
  });

/**
 * Makes one archive of the database, the uploads, the settings and the record of erasures, and deletes archives that
 * are too old. The site may run meanwhile: the database is copied as it is at one moment, and the uploads afterwards,
 * so that every picture that the database names is in the copy.
 * @throws CommandError when there is nothing to back up, the database is damaged or the folder can't be written
 */
export const createBackup = async (place: SitePlace, options: BackupOptions, now: Date): Promise<CreatedBackup> => {
  await makeFolder(place.backupDir);
  try {
    return await writeBackup(place, options, now);
  } catch (error) {
    throw await explainWriteError(error, place.backupDir, await sizeNeeded(place));
  }
};

const writeBackup = async (place: SitePlace, options: BackupOptions, now: Date): Promise<CreatedBackup> => {
  const stage = await makeScratchFolder(place.backupDir, '.backup-');
  try {
    const database = await copyDatabase(place, options, stage);
    const uploads = place.usesBucket ? [] : await uploadsIn(place.uploadsDir);
    const file = newArchive(place.backupDir, options, now);
    const { manifest, bytes } = await writeArchive(
      file,
      [...(await smallFiles(place, stage)), ...database.items, ...uploads],
      {
        createdAt: now.toISOString(),
        version: await installedVersion(),
        database: database.copy,
        rows: database.rows,
        uploads: place.usesBucket ? 'bucket' : 'included',
      },
      options.encryption,
    );
    const encrypted = options.encryption.kind !== 'none';
    if (options.reason === undefined)
      await writeBackupStatus(place.dataDir, { lastBackup: { at: manifest.createdAt, bytes, encrypted } });
    return { file, manifest, bytes, deleted: await deleteOldArchives(place.backupDir, options.keepDays, now) };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
};
