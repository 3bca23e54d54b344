import { type Options, parseArguments, usage } from '#src/api/import/command-line';
import { readTextFile } from '#src/api/import/read-text-file';
import { writeReport } from '#src/api/import/report';
import { readPost } from '#src/api/import/sources/index';
import { runCommand } from './run-command';

async function run({ file, publish, dryRun, year, author }: Options): Promise<number> {
  const neutral = readPost({ text: await readTextFile(file), now: new Date(), year });
  // Strapi takes seconds to load: a file that can't be imported says so without it.
  const { withCms } = await import('./with-cms.js');
  const { importPost, previewImport } = await import('#src/api/import/documents/import-post');
  const plan = await withCms('Nothing was imported', (strapi) =>
    (dryRun ? previewImport : importPost)(strapi, neutral, { publish, author }),
  );
  const places = {
    site: process.env.SITE_URL ?? 'http://localhost:3000',
    cms: process.env.CMS_URL ?? 'http://localhost:1337',
  };
  process.stdout.write(`${writeReport(neutral, { plan, dryRun }, places)}\n`);
  return plan.decision === 'twin' ? 1 : 0;
}

runCommand({ usage, parse: parseArguments, run });
