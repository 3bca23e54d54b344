import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bcryptOfStrapi } from './accounts.ts';
import { knownModules, readLogins } from './cms-settings.ts';
import { openSql } from './sql.ts';
import { startCms } from './start-cms.ts';

/**
 * What a first start leaves behind, made once for all files of a run: each begins with a copy, which saves it half of
 * its start.
 */
type Preparation = 'plain' | 'demo';
const nameOf = (kind: Preparation): string => `PREPARED_DATA_${kind.toUpperCase()}`;

/** Tests sign in hundreds of times: the hashes of the first passwords cost them a hundredth of real ones. */
const makeSignInsCheap = async (database: { dataDir: string; databaseUrl: string | undefined }): Promise<void> => {
  const sql = await openSql({ ...database, writes: true });
  for (const { email, password } of Object.values(readLogins(database.dataDir)))
    await sql.all('update admin_users set password = $1 where email = $2', [
      bcryptOfStrapi().hashSync(password, 4),
      email,
    ]);
  await sql.close();
};

/**
 * Starts a CMS for the first time and ends it; gives what removes its data. With `databaseUrl` its tables are there, on
 * SQLite in its folder. Every CMS of the run knows from then on where its modules are.
 */
export const prepare = async (kind: Preparation, databaseUrl?: string): Promise<() => void> => {
  const home = mkdtempSync(path.join(tmpdir(), 'quiet-room-prepared-'));
  const [dataDir, modules] = [path.join(home, 'data'), path.join(home, 'known-modules.json')];
  await (await startCms({ dataDir, databaseUrl, demo: kind === 'demo', env: knownModules(modules) })).stop();
  await makeSignInsCheap({ dataDir, databaseUrl });
  Object.assign(process.env, { [nameOf(kind)]: dataDir, KNOWN_MODULES: modules });
  return () => {
    for (const name of [nameOf(kind), 'KNOWN_MODULES']) delete process.env[name];
    rmSync(home, { recursive: true, force: true });
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
