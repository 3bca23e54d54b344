import { errors } from '@strapi/utils';
import { Misunderstood, readOrder, usage, type Order } from './command-line';
import { importPost, previewImport } from './documents/import-post';
import { readTextFile } from './read-text-file';
import { writeReport } from './report';
import { readPost } from './sources';
import { Unreadable } from './sources/source';
import { withCms } from './with-cms';

async function run({ file, publish, dryRun, year, author }: Order): Promise<number> {
  const neutral = readPost({ text: await readTextFile(file), now: new Date(), year });
  const plan = await withCms((strapi) => (dryRun ? previewImport : importPost)(strapi, neutral, { publish, author }));
  const places = { site: process.env.SITE_URL ?? 'http://localhost:3000', cms: process.env.CMS_URL ?? 'http://localhost:1337' };
  process.stdout.write(`${writeReport(neutral, { plan, dryRun }, places)}\n`);
  return plan.decision === 'twin' ? 1 : 0;
}

function inOneSentence(error: unknown): string {
  if (error instanceof Unreadable || error instanceof Misunderstood) return error.message;
  if (error instanceof errors.ApplicationError) return `The CMS does not take this post: ${error.message}`;
  return `Nothing was imported, because the CMS could not be used: ${error instanceof Error ? error.message : String(error)}`;
}

/** Exit codes: 0 done or nothing to do, 1 not imported, 2 the command line makes no sense. */
async function main(): Promise<number> {
  // The report is all that the person should read.
  process.env.LOG_LEVEL = 'error';
  try {
    const order = readOrder(process.argv.slice(2));
    if (order) return await run(order);
    process.stdout.write(usage);
    return 2;
  } catch (error) {
    const isUsage = error instanceof Misunderstood;
    process.stderr.write(`${inOneSentence(error)}\n${isUsage ? `\n${usage}` : ''}`);
    return isUsage ? 2 : 1;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
