import path from 'node:path';
import { type BackupArguments, backupUsage, parseBackupArguments } from '#src/api/backup/command-line';
import { createBackup } from '#src/api/backup/create-backup';
import { rehearse } from '#src/api/backup/rehearse';
import { decryptionKeys, encryptionOf, placeOf, readIdentity, requireLongPassphrase } from '#src/api/backup/site-place';
import { sizeText } from '#src/api/backup/size-text';
import { runCommand } from './run-command';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const run = async ({ to, keepDays, rehearse: isRehearsal, identity }: BackupArguments): Promise<number> => {
  const place = placeOf(process.env);
  const encryption = encryptionOf(process.env);
  requireLongPassphrase(encryption);
  const keys = decryptionKeys(process.env, await readIdentity(identity));
  const into = to === null ? place : { ...place, backupDir: path.resolve(to) };
  const { file, manifest, bytes, deleted } = await createBackup(into, { encryption, keepDays }, new Date());
  say(`Backed up: ${file} (${sizeText(bytes)}).`);
  if (manifest.uploads === 'bucket') say('Uploads are not in it: they are in the S3 bucket. Back that up as well.');
  if (encryption.kind === 'none')
    say('It is not encrypted and contains secrets and what readers wrote: keep it where nobody else can read it.');
  if (deleted > 0) say(`Deleted: ${deleted === 1 ? 'one backup' : `${deleted} backups`} older than ${keepDays} days.`);
  if (!isRehearsal) return 0;
  const { pages, rows } = await rehearse(place, file, keys, new Date());
  say(`Proven: it was restored into a scratch place, ${rows} rows are the same, and ${pages} pages could be read.`);
  return 0;
};

runCommand({ usage: backupUsage, parse: parseBackupArguments, run });
