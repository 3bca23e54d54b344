import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { CommandError } from '#src/cli/run-command';
import { settingsOf } from '#src/settings';
import type { DecryptionKeys } from './archive/encryption';
import { databaseFolder, envName, type Manifest } from './archive/manifest';
import { extractArchive } from './archive/read-archive';
import { withScratchDatabase } from './database/postgres';
import { sqliteDatabase } from './database/sqlite';
import { secretsIn } from './env-file';
import { whileServing, withOtherCms } from './scratch-cms';
import type { SitePlace } from './site-place';
import { writeBackupStatus } from './status';

/** What a rehearsal has compared and read. */
export interface Rehearsed {
  rows: number;
  pages: number;
}

/** How many pages are read; a small site may have fewer. */
const pagesToRead = 10;
const pageTimeoutMs = 10_000;

const total = (rows: Readonly<Record<string, number>>): number => Object.values(rows).reduce((sum, n) => sum + n, 0);

/** @throws CommandError when a table has other rows than when it was backed up */
const requireSameRows = (expected: Readonly<Record<string, number>>, found: Readonly<Record<string, number>>): void => {
  const different = Object.keys(expected).find((table) => (found[table] ?? 0) !== expected[table]);
  if (different === undefined) return;
  throw new CommandError(
    `The rehearsal failed: the table “${different}” has ${found[different] ?? 0} rows instead of ${expected[different]}.`,
  );
};

const withSlugs = z.object({ data: z.array(z.object({ slug: z.string() })) });

/** Reads what the site's pages are made of, as the site does; returns how many pages. */
const readPages = async (url: string, webToken: string): Promise<number> => {
  let pages = 0;
  const read = async (place: string): Promise<unknown> => {
    const response = await fetch(url + place, {
      headers: { authorization: `Bearer ${webToken}` },
      signal: AbortSignal.timeout(pageTimeoutMs),
    });
    if (!response.ok) throw new CommandError(`The rehearsal failed: ${place} answered ${response.status}.`);
    pages += 1;
    return response.json();
  };
  await read('/api/practice');
  await read('/api/sitemap');
  const workshops = withSlugs.parse(await read('/api/workshops'));
  const posts = withSlugs.parse(await read('/api/posts'));
  const places = [
    ...workshops.data.map(({ slug }) => `/api/workshops/${slug}`),
    ...posts.data.flatMap(({ slug }) => [`/api/posts/${slug}`, `/api/posts/${slug}/comments`]),
    '/api/topics',
  ];
  for (const place of places.slice(0, Math.max(0, pagesToRead - pages))) await read(place);
  return pages;
};

/** Opens the restored site, without email and jobs, and reads its pages. */
const openSite = (settings: Record<string, string>): Promise<number> =>
  withOtherCms(settings, 'The rehearsal failed', (strapi) =>
    whileServing(strapi, (url) => readPages(url, settingsOf(strapi).webToken)),
  );

const onSqlite = async (stage: string, manifest: Manifest, settings: Record<string, string>): Promise<number> => {
  const dataDir = path.join(stage, databaseFolder);
  requireSameRows(manifest.rows, await sqliteDatabase(dataDir).countRows());
  return openSite({ ...settings, DATA_DIR: dataDir, DATABASE_URL: '' });
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
    return openSite(scratch);
  });

/**
 * Restores a backup into a scratch place, compares the number of rows in every table, opens the site there and reads
 * ten of its pages as the site does. Writes down that it was proven. The live site is not touched.
 * @throws CommandError when it can't be opened, differs or fails
 */
export const rehearse = async (place: SitePlace, file: string, keys: DecryptionKeys, now: Date): Promise<Rehearsed> => {
  const stage = await mkdtemp(path.join(tmpdir(), 'quiet-room-rehearsal-'));
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
