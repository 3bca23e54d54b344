import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '#src/cli/run-command';
import { findPresentSite } from '#src/database/site-traces';
import { mergeErasureKeys } from '#src/security/erasure-keys';
import { mergeErasures } from '#src/security/erasure-record';
import { weakSecretsMessage } from '#src/security/secrets';
import type { DecryptionKeys, Encryption } from './archive/encryption';
import {
  databaseFolder,
  envName,
  erasureKeysName,
  erasuresName,
  type Manifest,
  uploadsFolder,
} from './archive/manifest';
import { extractArchive } from './archive/read-archive';
import { createBackup } from './create-backup';
import { sqliteFileName } from './database/sqlite';
import { differingSecrets, secretsIn, withSecrets } from './env-file';
import { installedVersion, isNewer } from './installed-version';
import {
  beginJournal,
  forgetJournal,
  isRestoreRunning,
  type Journal,
  putFilesBack,
  readJournal,
  removeAsides,
  replaceFiles,
  type Replacement,
  showSignsOfLife,
} from './replace-files';
import { makeScratchFolder } from './scratch-folder';
import type { SitePlace } from './site-place';

/** What a restore does with the CMS; handed in, because loading Strapi takes seconds. */
export interface CmsForRestore {
  /** Creates the tables of a new site in an empty PostgreSQL database, with a data folder that is thrown away. */
  createTables: (scratchDataDir: string) => Promise<void>;
  /** Opens the restored site without serving it, which repeats erasures; fails if it can't be opened. */
  openOnce: (secrets: Readonly<Record<string, string>>) => Promise<{ erasuresRepeated: number }>;
}

export interface RestoreOptions {
  keys: DecryptionKeys;
  /** How the backup of the present site is encrypted, and how long it is kept. */
  encryption: Encryption;
  keepDays: number;
  /** Does not back up the site that is there, for instance because it is damaged. */
  discardPresent: boolean;
}

export interface Restored {
  manifest: Manifest;
  erasuresRepeated: number;
  /** The backup that was made of the site that was there; null if there was none. */
  previous: string | null;
  /** Secrets that the environment has other values of, and the file with those of the backup. */
  differing: { names: readonly string[]; file: string } | null;
}

const isRunning = async (place: SitePlace): Promise<string | null> => {
  const answer = await fetch(place.healthUrl, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  return answer === null ? place.database.inUseBy() : `something answers at ${place.healthUrl}`;
};

/** @throws CommandError while the site runs */
const requireStopped = async (place: SitePlace): Promise<void> => {
  const reason = await isRunning(place);
  if (reason !== null)
    throw new CommandError(`The site seems to be running (${reason}). Stop it first; nothing was changed.`);
};

/** Puts everything back as it was before a restore that did not end. */
const putEverythingBack = async (place: SitePlace, journal: Journal): Promise<void> => {
  if (place.database.client === 'postgres') await place.database.putBack();
  await putFilesBack(journal);
  await forgetJournal(place.dataDir);
};

/**
 * Undoes a restore that was interrupted, if there was one; returns when it had begun, or null.
 * @throws CommandError while it is still running, and when the database can't be reached
 */
export const undoInterruptedRestore = async (place: SitePlace): Promise<string | null> => {
  const journal = await readJournal(place.dataDir);
  if (journal === null) return null;
  if (await isRestoreRunning(place.dataDir))
    throw new CommandError('A backup is being restored. If that was interrupted, try again in ten seconds.');
  await putEverythingBack(place, journal);
  return journal.startedAt;
};

/**
 * Returns what there is of a site in the place of a restore, by name: its database, or what a site without one has left.
 */
export const presentSite = async ({ database, dataDir }: SitePlace): Promise<string[]> => [
  ...((await database.exists()) ? ['a database'] : []),
  ...findPresentSite(dataDir),
];

const backUpPresent = async (place: SitePlace, options: RestoreOptions, now: Date): Promise<string | null> => {
  if (options.discardPresent || (await presentSite(place)).length === 0) return null;
  try {
    return (await createBackup(place, { ...options, reason: 'before-restore' }, now)).file;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `The present site can’t be backed up first: ${reason} Add --discard-present to restore without that.`,
      { cause: error },
    );
  }
};

/** The settings file with the secrets of the backup, as a replacement; nothing where there is no file. */
const stageEnvFile = async ({ envFile }: SitePlace, secrets: Record<string, string>): Promise<Replacement[]> => {
  if (envFile === null) return [];
  const present = await readFile(envFile, 'utf8').catch(() => '');
  const staged = `${envFile}.restored`;
  await writeFile(staged, withSecrets(present, secrets), { mode: 0o600 });
  return [{ target: envFile, staged }];
};

const stageFiles = async (place: SitePlace, stage: string, manifest: Manifest): Promise<Replacement[]> => {
  const replacements: Replacement[] = [];
  if (place.database.client === 'sqlite') {
    const [database = '', ...logs] = place.database.files;
    replacements.push(...logs.map((target) => ({ target, staged: null })));
    replacements.push({ target: database, staged: path.join(stage, databaseFolder, sqliteFileName) });
  }
  if (manifest.uploads === 'included') {
    const staged = path.join(stage, uploadsFolder);
    await mkdir(staged, { recursive: true, mode: 0o700 });
    replacements.push({ target: place.uploadsDir, staged });
  }
  return replacements;
};

const requireSameKind = ({ database }: SitePlace, { database: { client } }: Manifest): void => {
  if (client === database.client) return;
  if (client === 'none')
    throw new CommandError(
      'This backup has no database: it keeps what was left of a site that had lost its own. Unpack it with tar. Nothing was changed.',
    );
  const names = { sqlite: 'SQLite', postgres: 'PostgreSQL' };
  throw new CommandError(
    `This backup is of a site on ${names[client]}, but this site uses ${names[database.client]}: see DATABASE_URL. Nothing was changed.`,
  );
};

/** An older version would silently remove the tables and columns that it does not know. */
const requireKnownVersion = async ({ version }: Manifest): Promise<void> => {
  const installed = await installedVersion();
  if (!isNewer(version, installed)) return;
  throw new CommandError(
    `This backup was made by version ${version}, and version ${installed} is installed: install that one or a newer one first. Nothing was changed.`,
  );
};

/** Takes over the erasures of the backup and the keys that they were recorded with. */
const mergeRecords = async (dataDir: string, stage: string): Promise<void> => {
  const read = (name: string): Promise<string> => readFile(path.join(stage, name), 'utf8').catch(() => '');
  await mergeErasureKeys(dataDir, await read(erasureKeysName));
  await mergeErasures(dataDir, await read(erasuresName));
};

/** The CMS would end this process at its start, in the middle of the restore. */
const requireStrongSecrets = ({ environment }: SitePlace, secrets: Record<string, string>): void => {
  const message = weakSecretsMessage({ ...environment, ...secrets });
  if (message !== null) throw new CommandError(`${message.trimEnd()}\nNothing was changed.`);
};

/** The secrets of the backup, where this process can't write them into the settings itself. */
const reportSecrets = async (place: SitePlace, secrets: Record<string, string>): Promise<Restored['differing']> => {
  const names = place.envFile === null ? differingSecrets(place.environment, secrets) : [];
  if (names.length === 0) return null;
  const file = path.join(place.dataDir, 'restored.env');
  await writeFile(file, withSecrets('', secrets), { mode: 0o600 });
  return { names, file };
};

/** Loads the tables of a PostgreSQL site; those of SQLite are in the file that has been moved into place. */
const loadDatabase = async (place: SitePlace, stage: string, manifest: Manifest, cms: CmsForRestore): Promise<void> => {
  if (place.database.client !== 'postgres' || manifest.database.client !== 'postgres') return;
  await place.database.setAside();
  await cms.createTables(path.join(stage, 'scratch'));
  await place.database.load({ copy: manifest.database, rows: manifest.rows }, stage);
};

/**
 * Restores a backup: checks all of it first, backs up the site that is there, moves that aside, puts the backup in its
 * place, and opens it once, which repeats the erasures made since. Whenever it fails, or is killed before it has ended
 * and the site is started again, everything is put back as it was.
 * @throws CommandError while the site runs, and for a backup that is damaged or does not fit
 */
export const restoreBackup = async (
  place: SitePlace,
  file: string,
  options: RestoreOptions,
  cms: CmsForRestore,
  now: Date,
): Promise<Restored> => {
  await undoInterruptedRestore(place);
  await requireStopped(place);
  await mkdir(place.dataDir, { recursive: true, mode: 0o700 });
  const stage = await makeScratchFolder(place.dataDir, '.restore-');
  const endSigns = showSignsOfLife(place.dataDir);
  let journal: Journal | null = null;
  try {
    const manifest = await extractArchive(file, stage, options.keys);
    requireSameKind(place, manifest);
    await requireKnownVersion(manifest);
    const secrets = secretsIn(await readFile(path.join(stage, envName), 'utf8'));
    requireStrongSecrets(place, secrets);
    const previous = await backUpPresent(place, options, now);
    await mergeRecords(place.dataDir, stage);
    if (place.database.client === 'postgres') await place.database.dropAside();
    const replacements = [...(await stageFiles(place, stage, manifest)), ...(await stageEnvFile(place, secrets))];
    // Once more: a starter may have started it again meanwhile. From here on, a start refuses.
    await requireStopped(place);
    const begun = await beginJournal(place.dataDir, stage, replacements, now);
    journal = begun;
    await replaceFiles(replacements);
    await loadDatabase(place, stage, manifest, cms);
    const { erasuresRepeated } = await cms.openOnce(secrets);
    const differing = await reportSecrets(place, secrets);
    await forgetJournal(place.dataDir);
    journal = null;
    await removeAsides(begun);
    if (place.database.client === 'postgres') await place.database.dropAside();
    return { manifest, erasuresRepeated, previous, differing };
  } catch (error) {
    // Without a journal nothing of this restore can be undone: what is aside then is left over from another.
    if (journal !== null) await putEverythingBack(place, journal);
    throw error;
  } finally {
    endSigns();
    await rm(stage, { recursive: true, force: true });
  }
};
