import { runCommand } from '../commands/run-command';
import { type Order,readOrder, usage } from './command-line';
import { readTextFile } from './read-text-file';
import { writeReport } from './report';
import { readPost } from './sources';

async function run({ file, publish, dryRun, year, author }: Order): Promise<number> {
  const neutral = readPost({ text: await readTextFile(file), now: new Date(), year });
  // Strapi takes seconds to load: a file that can't be imported says so without it.
  const { withCms } = await import('../commands/with-cms.js');
  const { importPost, previewImport } = await import('./documents/import-post.js');
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

runCommand({ usage, read: readOrder, run });
