import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '#src/cli/run-command';
import { cmsFolder } from '#src/cms-folder';
import { settingsOf } from '#src/settings';
import type { DecryptionKeys } from './archive/encryption';
import { databaseFolder, envName, type Manifest, uploadsFolder } from './archive/manifest';
import { extractArchive } from './archive/read-archive';
import { withScratchDatabase } from './database/postgres';
import { sqliteDatabase } from './database/sqlite';
import { secretsIn } from './env-file';
import { openSite } from './open-site';
import { readPages } from './read-pages';
import { whileServing, withOtherCms } from './scratch-cms';
import { makeScratchFolder } from './scratch-folder';
import type { SitePlace } from './site-place';
import { writeBackupStatus } from './status';

/** What a rehearsal has compared and read. */
export interface Rehearsed {
  rows: number;
  pages: number;
}

/** The site as `npm start` serves it; the CMS's image has a copy at the same place. */
const builtSite = path.join(cmsFolder, '../web/.output/server/index.mjs');

const total = (rows: Readonly<Record<string, number>>): number => Object.values(rows).reduce((sum, n) => sum + n, 0);

/** @throws CommandError when a table has other rows than when it was backed up */
const requireSameRows = (expected: Readonly<Record<string, number>>, found: Readonly<Record<string, number>>): void => {
  const different = Object.keys(expected).find((table) => (found[table] ?? 0) !== expected[table]);
  if (different === undefined) return;
  throw new CommandError(
    `The rehearsal failed: the table “${different}” has ${found[different] ?? 0} rows instead of ${expected[different]}.`,
  );
};

/** The settings that a restored site is opened with, and the folder that it keeps its things in. */
type Settings = Record<string, string> & { DATA_DIR: string };

/** Puts the uploads of the backup where the restored CMS serves them from. */
const placeUploads = async (stage: string, dataDir: string): Promise<void> => {
  const uploads = path.join(stage, uploadsFolder);
  if (!existsSync(uploads)) return;
  await mkdir(path.join(dataDir, 'public'), { recursive: true });
  await rm(path.join(dataDir, 'public', 'uploads'), { recursive: true, force: true });
  await rename(uploads, path.join(dataDir, 'public', 'uploads'));
};

/** Opens the restored CMS, without email and jobs, and the site in front of it; reads the site's pages. */
const openAndRead = (settings: Settings, manifest: Manifest): Promise<number> =>
  withOtherCms(settings, 'The rehearsal failed', (strapi) =>
    whileServing(strapi, async (cmsUrl) => {
      const isInBucket = manifest.uploads === 'bucket';
      const site = await openSite({
        program: builtSite,
        cmsUrl,
        dataDir: path.join(settings.DATA_DIR, 'site'),
        environment: { ...process.env, ...(isInBucket ? {} : { MEDIA_URL: '' }) },
      });
      try {
        const cms = { url: cmsUrl, webToken: settingsOf(strapi).webToken };
        return await readPages(site, cms, { readsPictures: !isInBucket });
      } finally {
        await site.stop();
      }
    }),
  );

const onSqlite = async (stage: string, manifest: Manifest, settings: Record<string, string>): Promise<number> => {
  const dataDir = path.join(stage, databaseFolder);
  requireSameRows(manifest.rows, await sqliteDatabase(dataDir).countRows());
  await placeUploads(stage, dataDir);
  return openAndRead({ ...settings, DATA_DIR: dataDir, DATABASE_URL: '' }, manifest);
};

const onPostgres = (
  url: string,
  stage: string,
  manifest: Manifest,
  settings: Record<string, string>,
): Promise<number> =>
  withScratchDatabase(url, async (scratchUrl, database) => {
    if (manifest.database.client !== 'postgres') return 0;
    const scratch = { ...settings, DATA_DIR: path.join(stage, 'scratch'), DATABASE_URL: scratchUrl };
    await withOtherCms(scratch, 'The rehearsal failed', () => Promise.resolve());
    await database.load({ copy: manifest.database, rows: manifest.rows }, stage);
    requireSameRows(manifest.rows, await database.countRows());
    await placeUploads(stage, scratch.DATA_DIR);
    return openAndRead(scratch, manifest);
  });

/**
 * Restores a backup into a scratch place, compares the number of rows in every table, opens CMS and site there and
 * reads ten pages as a reader does. Writes down that it was proven. The live site is not touched.
 * @throws CommandError when it can't be opened, differs or fails
 */
export const rehearse = async (place: SitePlace, file: string, keys: DecryptionKeys, now: Date): Promise<Rehearsed> => {
  const stage = await makeScratchFolder(place.dataDir, '.rehearsal-');
  try {
    const manifest = await extractArchive(file, stage, keys);
    const settings = secretsIn(await readFile(path.join(stage, envName), 'utf8'));
    const url = place.environment.DATABASE_URL ?? '';
    const pages = await (manifest.database.client === 'sqlite'
      ? onSqlite(stage, manifest, settings)
      : onPostgres(url, stage, manifest, settings));
    await writeBackupStatus(place.dataDir, {
      lastProven: { at: now.toISOString(), backupAt: manifest.createdAt, pages },
    });
    return { rows: total(manifest.rows), pages };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
};
