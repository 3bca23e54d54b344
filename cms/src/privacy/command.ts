import { writeFile } from 'node:fs/promises';
import type { HeldAbout } from '../admin-api/contracts/privacy';
import { Misunderstood, readOrder, usage, type Order } from './command-line';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const count = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
const commentsIn = (n: number): string => count(n, 'comment or note', 'comments and notes');
const lettersIn = (n: number): string => count(n, 'letter', 'letters');

const summary = ({ mailboxes }: HeldAbout): string => {
  const comments = mailboxes.flatMap((mailbox) => mailbox.comments);
  const letters = mailboxes.flatMap((mailbox) => mailbox.letters);
  return `${commentsIn(comments.length)}, ${lettersIn(letters.length)}`;
};

const nothing = 'Nothing is held about this address.';

/** Strapi takes seconds to load, so it waits until the command line made sense. */
const run = async (order: Order): Promise<number> => {
  const { withCms } = await import('../import/with-cms.js');
  const { heldAbout } = await import('./held-about.js');
  const { erase } = await import('./erase.js');
  if (order.act === 'export') {
    const held = await withCms((strapi) => heldAbout(strapi, order.address));
    const json = JSON.stringify(held, null, 2);
    if (order.file === null) say(json);
    // Never over another file, and for the eyes of whoever asked.
    else await writeFile(order.file, `${json}\n`, { mode: 0o600, flag: 'wx' });
    if (order.file !== null) say(held.mailboxes.length === 0 ? nothing : `Written: ${summary(held)}.`);
    return 0;
  }
  if (!order.sure) {
    const held = await withCms((strapi) => heldAbout(strapi, order.address));
    say(held.mailboxes.length === 0 ? nothing : `Held: ${summary(held)}. Nothing was deleted. Add --yes to delete all of it for good.`);
    return 0;
  }
  const { comments, letters, addresses, pages } = await withCms((strapi) => erase(strapi, order.address));
  say(addresses === 0 ? nothing : `Deleted: ${commentsIn(comments)}, ${lettersIn(letters)} and the address.`);
  if (pages !== 'not reached') return 0;
  say('The site could not be reached, so pages that it has kept may still show those words: start it again, or delete its page cache.');
  return 1;
};

/** Exit codes: 0 done or nothing to do, 1 not done or not wholly, 2 the command line makes no sense. */
async function main(): Promise<number> {
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
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    process.stderr.write(`${(error as NodeJS.ErrnoException).code === 'EEXIST' ? 'There is a file of that name already.' : reason}\n`);
    return 1;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
