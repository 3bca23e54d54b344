import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseWordFile, type WordFile } from './domain/word-files';

/** The folder of the CMS: the compiled files are in its `dist`, the word files stay in its `src`. */
const cmsFolder = (from: string): string =>
  existsSync(path.join(from, 'package.json')) ? from : cmsFolder(path.dirname(from));

/**
 * Reads a word file.
 *
 * @param name its path below `src/api/comment/domain`
 * @throws Error if it can't be read; WordFileError as parseWordFile does
 */
export function readWordFile(name: string): WordFile {
  const below = `src/api/comment/domain/${name}`;
  const bytes = readFileSync(path.join(cmsFolder(__dirname), below));
  try {
    return parseWordFile(below, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) throw new Error(`${below} is not saved as UTF-8.`, { cause: error });
    throw error;
  }
}
