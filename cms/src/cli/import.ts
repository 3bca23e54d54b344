import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Options, parseArguments, usage } from '#src/api/import/command-line';
import { readSavedFile } from '#src/api/import/files/read-saved-file';
import { writeReport } from '#src/api/import/report';
import type { NeutralPost } from '#src/api/import/source';
import { readPost } from '#src/api/import/sources/index';
import { type FileOutcome, isRefused, writeSummary } from '#src/api/import/summary';
import { CommandError, runCommand } from './run-command';

type ReadFile = { file: string } & ({ post: NeutralPost } | { refused: string });

async function readFile(file: string, { year, date, keepsAll }: Options): Promise<NeutralPost> {
  const saved = await readSavedFile(file);
  const { mtime } = await stat(file);
  return readPost({ ...saved, now: new Date(), savedAt: mtime, year, date, keepsAll });
}

/** Reads every file; one that can't be imported does not stop the others. Two files with one post are told apart. */
async function readFiles(options: Options): Promise<ReadFile[]> {
  const seen = new Map<string, { file: string; post: NeutralPost }>();
  const read: ReadFile[] = [];
  for (const file of options.files) {
    const name = path.basename(file);
    try {
      const post = await readFile(file, options);
      const twin = seen.get(post.key);
      if (twin && JSON.stringify(twin.post.body) !== JSON.stringify(post.body))
        throw new CommandError(
          `It has the title and the day of “${twin.file}”, but another text; only “${twin.file}” was imported.`,
        );
      seen.set(post.key, { file: name, post });
      read.push({ file: name, post });
    } catch (error) {
      if (!(error instanceof CommandError) || options.files.length === 1) throw error;
      read.push({ file: name, refused: error.message });
    }
  }
  return read;
}

const places = () => ({
  site: process.env.SITE_URL ?? 'http://localhost:3000',
  cms: process.env.CMS_URL ?? 'http://localhost:1337',
});

async function run(options: Options): Promise<number> {
  const { publish, dryRun, author } = options;
  const files = await readFiles(options);
  const isOne = files.length === 1;
  const outcomes: FileOutcome[] = [];
  // Strapi takes seconds to load: files that can't be imported say so without it.
  if (files.some((file) => 'post' in file)) {
    const { withCms } = await import('./with-cms.js');
    const { importPost, previewImport } = await import('#src/api/import/documents/import-post');
    await withCms('Nothing was imported', async (strapi) => {
      for (const read of files) {
        if ('refused' in read) {
          outcomes.push(read);
          continue;
        }
        const plan = await (dryRun ? previewImport : importPost)(strapi, read.post, { publish, author });
        outcomes.push({ file: read.file, plan });
        const heading = isOne ? '' : `${read.file}\n${'='.repeat(read.file.length)}\n\n`;
        process.stdout.write(`${heading}${writeReport(read.post, { plan, dryRun }, places())}\n`);
      }
    });
  } else {
    outcomes.push(...files.filter((file) => 'refused' in file));
  }
  if (!isOne) process.stdout.write(writeSummary(outcomes, dryRun));
  return outcomes.some(isRefused) ? 1 : 0;
}

runCommand({ usage, parse: parseArguments, run });
