import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { StartRefusal } from '#src/start-refusal';
import { codeOf } from '#src/text/describe-error';

const modeOf = (folder: string): number => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return statSync(folder).mode & 0o777;
  } catch (error) {
    throw new StartRefusal(
      `The data folder ${folder} can’t be used (${codeOf(error)}): it must belong to the user that runs the CMS, or set DATA_DIR to another one.`,
      { cause: error },
    );
  }
};

/**
 * Lets nobody but the owner of the process into a folder: it holds what readers wrote, and passwords.
 *
 * @throws StartRefusal when it can't be created, or when others can look into it and that can't be changed
 */
export const keepPrivate = (folder: string): void => {
  const mode = modeOf(folder);
  // Windows has other rights, which Node can't see.
  if ((mode & 0o077) === 0 || process.platform === 'win32') return;
  try {
    chmodSync(folder, 0o700);
  } catch (error) {
    // A group of their own is how some hosts lend a folder to a container; everybody is never meant.
    if ((mode & 0o007) === 0) return;
    throw new StartRefusal(
      `Everybody on this machine can look into the data folder ${folder}, and it belongs to somebody else: run \`chmod 700\` on it as its owner, or set DATA_DIR to another one.`,
      { cause: error },
    );
  }
};
