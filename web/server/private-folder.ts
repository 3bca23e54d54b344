import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { describeError, log } from './log';

/**
 * Lets nobody but the owner of the process into the data folder. The site keeps nothing private there, but the CMS may,
 * and refuses to start when this is not possible; the site serves its pages all the same.
 */
export function closeToOthers(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
  } catch (error) {
    log.warn('The data folder (DATA_DIR) can’t be made private.', describeError(error));
  }
}
