import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DecryptionKeys } from '#src/api/backup/archive/encryption';
import { envName } from '#src/api/backup/archive/manifest';
import { extractArchive } from '#src/api/backup/archive/read-archive';
import {
  defaultKeepDays,
  parseRestoreArguments,
  type RestoreArguments,
  restoreUsage,
} from '#src/api/backup/command-line';
import { presentSite, restoreBackup, type Restored, undoInterruptedRestore } from '#src/api/backup/restore-backup';
import { cmsForRestore } from '#src/api/backup/scratch-cms';
import { decryptionKeys, encryptionOf, placeOf, readIdentity, type SitePlace } from '#src/api/backup/site-place';
import { listNames } from '#src/database/site-traces';
import { CommandError, runCommand } from './run-command';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const undo = async (place: SitePlace): Promise<number> => {
  const begunAt = await undoInterruptedRestore(place);
  say(
    begunAt === null
      ? 'No restore was interrupted: there is nothing to undo.'
      : `The restore that began at ${begunAt} was interrupted. The site that was there before has been put back.`,
  );
  return 0;
};

const writeNewFile = (file: string, content: Buffer): Promise<void> =>
  writeFile(file, content, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EEXIST' ? 'it exists already' : (error.code ?? error.message);
    throw new CommandError(`${file} was not written: ${reason}. Nothing was changed.`);
  });

/** Checks the whole backup and writes its settings, for a place that has none yet. */
const writeEnv = async ({ envFile }: SitePlace, file: string, keys: DecryptionKeys): Promise<number> => {
  const stage = await mkdtemp(path.join(tmpdir(), 'quiet-room-env-'));
  try {
    await extractArchive(file, stage, keys);
    if (envFile === null) return 0;
    await writeNewFile(envFile, await readFile(path.join(stage, envName)));
    say(`Created ${envFile} with the settings of the backup: correct them before you go on.`);
    return 0;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
};

const report = ({ manifest, erasuresRepeated, previous, differing }: Restored): void => {
  say(`Restored: the backup of ${manifest.createdAt}.`);
  if (erasuresRepeated > 0)
    say(
      erasuresRepeated === 1
        ? 'One erasure that was made after the backup was repeated.'
        : `${erasuresRepeated} erasures that were made after the backup were repeated.`,
    );
  if (manifest.uploads === 'bucket') say('Uploads were not in it: they are in the S3 bucket.');
  if (previous !== null) say(`The site that was there before is in ${previous}.`);
  if (differing !== null)
    say(
      `Before you start the site, copy the secrets in ${differing.file} into .env (these differ: ${differing.names.join(', ')}), and delete that file.`,
    );
  say('Start the site now.');
};

const run = async (options: RestoreArguments): Promise<number> => {
  const place = placeOf(process.env);
  const { file } = options;
  if (file === null) return undo(place);
  const keys = decryptionKeys(process.env, await readIdentity(options.identity));
  if (options.envOnly) return writeEnv(place, file, keys);
  if (!existsSync(file)) throw new CommandError(`There is no file ${path.resolve(file)}.`);
  const present = options.sure ? [] : await presentSite(place);
  if (present.length > 0) {
    say(
      `There is a site already (${listNames(present)}). Nothing was changed. Add --yes to replace it by this backup; it is backed up first.`,
    );
    return 1;
  }
  const encryption = encryptionOf(process.env);
  const { discardPresent } = options;
  const settings = { keys, encryption, discardPresent, keepDays: defaultKeepDays };
  report(await restoreBackup(place, path.resolve(file), settings, cmsForRestore, new Date()));
  return 0;
};

runCommand({ usage: restoreUsage, parse: parseRestoreArguments, run });
