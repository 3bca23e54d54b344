import { existsSync } from 'node:fs';
import path from 'node:path';
import { journalFile } from './replace-files';

/**
 * Puts the site back that was there before a restore that was killed, before the CMS opens its database. Loads what
 * that needs only if there was one.
 * @throws CommandError while a restore is running, and when the database can't be reached
 */
export const undoInterruptedRestoreAtStart = async (): Promise<void> => {
  if (!existsSync(journalFile(path.resolve(process.env.DATA_DIR ?? '.data')))) return;
  const [{ undoInterruptedRestore }, { placeOf }] = await Promise.all([
    import('./restore-backup.js'),
    import('./site-place.js'),
  ]);
  const begunAt = await undoInterruptedRestore(placeOf(process.env));
  process.stdout.write(`The restore that began at ${begunAt} was interrupted; the site before it has been put back.\n`);
};
