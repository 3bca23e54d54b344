import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BackupStatus, backupStatus } from 'shared';

const statusFile = (dataDir: string): string => path.join(dataDir, 'backup-status.json');

/** Returns when the last backup was made, and when one was last proven; both null if none ever was. */
export const readBackupStatus = async (dataDir: string): Promise<BackupStatus> => {
  try {
    return backupStatus.parse(JSON.parse(await readFile(statusFile(dataDir), 'utf8')));
  } catch {
    return { lastBackup: null, lastProven: null };
  }
};

/** Writes down a backup, or that one was proven. */
export const writeBackupStatus = async (dataDir: string, changes: Partial<BackupStatus>): Promise<void> => {
  const status: BackupStatus = { ...(await readBackupStatus(dataDir)), ...changes };
  const draft = `${statusFile(dataDir)}.draft`;
  await writeFile(draft, JSON.stringify(status, null, 2), { mode: 0o600 });
  await rename(draft, statusFile(dataDir));
};
