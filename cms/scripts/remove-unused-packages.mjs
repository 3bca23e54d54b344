import { existsSync, globSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { nodeFileTrace } from '@vercel/nft';

/**
 * Removes the packages that a deployed CMS never loads, which is most of them: they build the admin. What the compiled
 * files import is followed file by file; what Strapi and others load by name is listed here.
 * Usage: node scripts/remove-unused-packages.mjs <folder made by pnpm deploy>
 */
const folder = realpathSync(process.argv[2] ?? '.');
const store = path.join(folder, 'node_modules', '.pnpm');

/** Packages in the store as folders, such as `.pnpm/koa@3.0.0/node_modules/koa`. */
const packagesIn = (pattern) => globSync(pattern, { cwd: store }).map((found) => path.join(store, found));

/** Strapi's plugins and providers, loaded by the names in its configuration, and the drivers that knex loads. */
const loadedByName = [
  ...packagesIn('*/node_modules/@strapi/*/dist/server/index.js'),
  ...packagesIn('*/node_modules/@strapi/*/dist/server/src/index.js'),
  ...packagesIn('*/node_modules/@strapi/provider-*/dist/index.js'),
  ...packagesIn('better-sqlite3@*/node_modules/better-sqlite3/lib/index.js'),
  ...packagesIn('pg@*/node_modules/pg/lib/index.js'),
];
/** Native code, found by the platform's name. */
const isNative = (name) => /^@img\+sharp|^better-sqlite3@/.test(name);

const entries = [
  ...globSync('dist/{config,src}/**/*.js', { cwd: folder }).map((file) => path.join(folder, file)),
  ...loadedByName,
];
const { fileList } = await nodeFileTrace(entries, { base: folder, processCwd: folder });
const used = new Set(
  [...fileList].flatMap((file) => /node_modules\/\.pnpm\/([^/]+)\/node_modules\/(?!\.)/.exec(file)?.[1] ?? []),
);
if (used.size === 0) throw new Error(`No package in ${store} is used: nothing was removed.`);

let removed = 0;
for (const name of readdirSync(store)) {
  if (name === 'node_modules' || used.has(name) || isNative(name)) continue;
  if (!existsSync(path.join(store, name, 'node_modules'))) continue;
  rmSync(path.join(store, name), { recursive: true });
  removed += 1;
}
process.stdout.write(`Kept ${used.size} packages, removed ${removed}.\n`);
