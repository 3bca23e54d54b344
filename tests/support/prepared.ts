import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCms } from './start-cms.ts';

/**
 * What a first start leaves behind, made once for all files of a run: each begins with a copy, which saves it half of
 * its start.
 */
type Preparation = 'plain' | 'demo';
const nameOf = (kind: Preparation): string => `PREPARED_DATA_${kind.toUpperCase()}`;

/**
 * Starts a CMS for the first time and ends it; gives what removes its data. With `databaseUrl` its tables are there, on
 * SQLite in its folder.
 */
export const prepare = async (kind: Preparation, databaseUrl?: string): Promise<() => void> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-prepared-'));
  await (await startCms({ dataDir, databaseUrl, demo: kind === 'demo' })).stop();
  process.env[nameOf(kind)] = dataDir;
  return () => {
    delete process.env[nameOf(kind)];
    rmSync(dataDir, { recursive: true, force: true });
  };
};

/**
 * A new folder for a CMS's data, with what a first start would have made, if that was prepared; empty for `null`: its
 * database is another one.
 */
export const newDataDir = (kind: Preparation | null): string => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-cms-'));
  const prepared = kind === null ? undefined : process.env[nameOf(kind)];
  if (prepared !== undefined) cpSync(prepared, dataDir, { recursive: true });
  return dataDir;
};
