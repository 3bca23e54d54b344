import { stat, statfs } from 'node:fs/promises';
import { CommandError } from '#src/cli/run-command';
import type { ArchiveItem } from './archive/write-archive';
import { sizeText } from './size-text';

/** Result codes of SQLite: https://www.sqlite.org/rescode.html; the extended ones keep these in their lower byte. */
const sqliteCodes: Readonly<Record<number, string>> = {
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
};
const systemCodes = /^(?:ENOSPC|EDQUOT|EFBIG|EACCES|EPERM|EROFS|EIO|ENOENT|ENOTDIR)$/;

/** Returns the code of an error that says that a file can't be written; null for any other. */
const writeErrorCode = (error: unknown): string | null => {
  if (!(error instanceof Error)) return null;
  if ('errcode' in error) return sqliteCodes[Number(error.errcode) & 0xff] ?? null;
  return 'code' in error && systemCodes.test(String(error.code)) ? String(error.code) : null;
};

const freeIn = (folder: string): Promise<number | null> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );

/** Returns the size of files together, in bytes; those that are gone count nothing. */
export const sizeOfFiles = async (files: readonly Pick<ArchiveItem, 'path'>[]): Promise<number> => {
  const sizes = await Promise.all(
    files.map(({ path }) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};

/**
 * Returns an error that says what was missing to write a backup; other errors are returned as they are.
 * @param needed how much it needs in that folder, in bytes
 */
export const explainWriteError = async (error: unknown, folder: string, needed: number | null): Promise<unknown> => {
  const code = writeErrorCode(error);
  if (code === null || error instanceof CommandError) return error;
  const free = await freeIn(folder);
  const room = [
    needed === null ? null : `about ${sizeText(needed)} are needed there`,
    free === null ? null : `${sizeText(free)} are free`,
  ].filter((part) => part !== null);
  return new CommandError(
    `The backup can’t be written to ${folder} (${code}): ${[...room, 'nothing was left there'].join(', ')}. Make room, or name another folder that you may write to with --to.`,
    { cause: error },
  );
};
