import { DatabaseSync } from 'node:sqlite';

/** SQLite's result codes for a damaged file and for one that is no database. */
const damage = new Set([11, 26]);

/** Prints `ok`, `damaged`, or `unknown` when the file could not be looked at. */
const check = (file: string): string => {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
    return database.prepare('pragma quick_check(1)').get()?.quick_check === 'ok' ? 'ok' : 'damaged';
  } catch (error) {
    const isDamage = error instanceof Error && 'errcode' in error && damage.has(Number(error.errcode));
    return isDamage ? 'damaged' : 'unknown';
  }
};

/**
 * Reads every page of a SQLite file, as a process of its own: the CMS's connection would show what it remembers of the
 * file, and would answer nobody meanwhile. A second SQLite in the process of the CMS would break the locks of the first.
 */
process.stdout.write(check(process.argv[2] ?? ''));
