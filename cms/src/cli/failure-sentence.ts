import { describeError } from '#src/text/describe-error';

/** What to do about errors of the operating system that are not a fault of the CMS. */
const advice: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room left on the disk: make room',
  EDQUOT: 'there is no room left for this user: make room',
  EFBIG: 'the system lets no file grow so large',
  EACCES: 'it must belong to the user that runs this command',
  EPERM: 'it must belong to the user that runs this command',
  EROFS: 'the disk is read-only',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a folder in its path is a file',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  EIO: 'the disk can’t be read or written: is it failing?',
};

const firstLine = (text: string): string => text.split('\n')[0]?.trim() ?? '';

const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';

/** Returns what to say about an error that a command did not expect: one sentence, with what to do where that is known. */
export const failureSentence = (error: unknown): string => {
  if (isSystemError(error)) {
    const { code, path, syscall = '' } = error;
    const reason = advice[code] ?? firstLine(error.message);
    return `The command failed: ${path ?? `“${syscall}”`} can’t be used (${code}), because ${reason}.`;
  }
  const message = error instanceof Error ? firstLine(error.message) : String(error);
  return `The command failed: ${message.replace(/\.$/, '')} (${describeError(error)}).`;
};
