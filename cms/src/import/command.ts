import { Misunderstood, readOrder, usage, type Order } from './command-line';
import { NotImported } from './not-imported';
import { readTextFile } from './read-text-file';
import { writeReport } from './report';
import { readPost } from './sources';

async function run({ file, publish, dryRun, year, author }: Order): Promise<number> {
  const neutral = readPost({ text: await readTextFile(file), now: new Date(), year });
  // Strapi takes seconds to load: a file that can't be imported says so without it.
  const { withCms } = await import('./with-cms.js');
  const { importPost, previewImport } = await import('./documents/import-post.js');
  const plan = await withCms((strapi) => (dryRun ? previewImport : importPost)(strapi, neutral, { publish, author }));
  const places = { site: process.env.SITE_URL ?? 'http://localhost:3000', cms: process.env.CMS_URL ?? 'http://localhost:1337' };
  process.stdout.write(`${writeReport(neutral, { plan, dryRun }, places)}\n`);
  return plan.decision === 'twin' ? 1 : 0;
}

/** Exit codes: 0 done or nothing to do, 1 not imported, 2 the command line makes no sense. */
async function main(): Promise<number> {
  // The report is all that the person should read, not what Strapi or its libraries have to say to developers.
  process.env.LOG_LEVEL = 'error';
  Object.assign(process, { noDeprecation: true });
  try {
    const order = readOrder(process.argv.slice(2));
    if (order) return await run(order);
    process.stdout.write(usage);
    return 2;
  } catch (error) {
    if (error instanceof Misunderstood) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      return 2;
    }
    if (!(error instanceof NotImported)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
