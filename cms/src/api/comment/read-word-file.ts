import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cmsFolder } from '#src/cms-folder';
import { parseWordFile, type WordFile } from './domain/word-files';

/**
 * Reads a word file.
 *
 * @param name its path below `src/api/comment/domain`
 * @throws Error if it can't be read; WordFileError as parseWordFile does
 */
export function readWordFile(name: string): WordFile {
  const below = `src/api/comment/domain/${name}`;
  const bytes = readFileSync(path.join(cmsFolder, below));
  try {
    return parseWordFile(below, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) throw new Error(`${below} is not saved as UTF-8.`, { cause: error });
    throw error;
  }
}
