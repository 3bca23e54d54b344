import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { isSavedDatabase } from './save-open-database';

/** How backups are named; the instant is UTC. */
export const archivePattern = /^quiet-room(?:-before-restore)?-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)Z\.tar\.gz(?:\.age)?$/;

/** The changes that SQLite has not moved into the database yet. */
export const writeAheadLog = 'quiet-room.db-wal';

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

const namesBelow = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];

const isNonEmptyFile = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** What a running site leaves in its data folder, and how it is recognised; beside a database, all of it is ordinary. */
const traces: readonly { name: string; isThere: (dataDir: string) => boolean; mayPrecedeSite?: true }[] = [
  { name: 'logins.txt', isThere: (dataDir) => existsSync(path.join(dataDir, 'logins.txt')) },
  {
    name: 'uploads',
    isThere: (dataDir) => namesIn(path.join(dataDir, 'public/uploads')).some((name) => !name.startsWith('.')),
  },
  { name: writeAheadLog, isThere: (dataDir) => isNonEmptyFile(path.join(dataDir, writeAheadLog)) },
  { name: 'a saved copy of the database', isThere: (dataDir) => namesIn(dataDir).some(isSavedDatabase) },
  // Copied to a new place for a restore, it comes without the keys, which a site always has.
  {
    name: 'erasures.jsonl',
    isThere: (dataDir) => existsSync(path.join(dataDir, 'erasures.jsonl')),
    mayPrecedeSite: true,
  },
  // Made at the first start, whatever is deleted afterwards and wherever uploads are.
  { name: 'erasure-keys', isThere: (dataDir) => existsSync(path.join(dataDir, 'erasure-keys')) },
  { name: 'mail', isThere: (dataDir) => namesIn(path.join(dataDir, 'mail')).length > 0 },
  {
    name: 'backups',
    isThere: (dataDir) => namesIn(path.join(dataDir, 'backups')).some((name) => archivePattern.test(name)),
    mayPrecedeSite: true,
  },
  {
    name: 'backup-status.json',
    isThere: (dataDir) => existsSync(path.join(dataDir, 'backup-status.json')),
    mayPrecedeSite: true,
  },
  {
    name: 'page-cache',
    isThere: (dataDir) => namesBelow(path.join(dataDir, 'page-cache')).some((name) => name.endsWith('.page')),
    mayPrecedeSite: true,
  },
];

/**
 * Returns the names of what an installation has left in a data folder besides its database: whoever finds some without a
 * database has lost that.
 */
export const findSiteTraces = (dataDir: string): string[] =>
  traces.filter(({ isThere }) => isThere(dataDir)).map(({ name }) => name);

/** Returns those that a restore must not take for an empty place; backups may have been copied there for it. */
export const findPresentSite = (dataDir: string): string[] =>
  traces.filter(({ isThere, mayPrecedeSite }) => !mayPrecedeSite && isThere(dataDir)).map(({ name }) => name);

/** Returns names as the part of a sentence, such as “uploads, mail and logins.txt”. */
export const listNames = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** Returns the newest copy that was saved of a database whose file was deleted or replaced; null for none. */
export const newestSavedDatabase = (dataDir: string): string | null =>
  namesIn(dataDir).filter(isSavedDatabase).sort().at(-1) ?? null;
