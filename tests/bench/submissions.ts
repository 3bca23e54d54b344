import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import { kindText } from '../support/kind-text.ts';
import { Reader } from '../support/reader.ts';
import { cpuSeconds, median } from './process-cost.ts';

/** What readers send to one page, as fast as it is taken, while others read that page. */
export interface Sending {
  /** Accepted (303) a second, beside the reading load. */
  perSecond: number;
  /** Milliseconds from the press to the answer. */
  p50: number;
  p99: number;
  /** The same page a second, without and with the submissions beside it. */
  readAlone: number;
  readBeside: number;
  /** CPU milliseconds of the CMS and of the site for one submission and the form before it, while nobody reads. */
  cpuMs: { cms: number; site: number };
}

export interface Submissions extends Sending {
  /** One row in a transaction of its own, written durably to the same disk by nothing but SQLite, milliseconds. */
  bareInsertMs: number;
}

const seconds = 8;
const secondsAlone = 4;
const senders = 4;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const read = (url: string): Promise<autocannon.Result> =>
  autocannon({ url, connections: 8, duration: seconds, headers: { 'accept-encoding': 'br' } });

interface Sent {
  /** The page that is read meanwhile. */
  url: string;
  /** The processes of the CMS and of the site. */
  pids: { cms: number; site: number };
  /** Fills in a form and sends it; resolves to how long the press took, in milliseconds. */
  send: () => Promise<number>;
}

const sendFor = async (duration: number, send: Sent['send']): Promise<number[]> => {
  const end = Date.now() + duration * 1000;
  const sendUntilEnd = async () => {
    const taken: number[] = [];
    while (Date.now() < end) taken.push(await send());
    return taken;
  };
  const taken = await Promise.all(Array.from({ length: senders }, sendUntilEnd));
  return taken.flat().sort((a, b) => a - b);
};

/** Sends as fast as it is taken (the site runs with FORM_LIMITS=off): alone, and then while others read the page. */
export async function measureSending({ url, pids, send }: Sent): Promise<Sending> {
  await sendFor(secondsAlone / 2, send);
  const before = { cms: cpuSeconds(pids.cms), site: cpuSeconds(pids.site) };
  const { length } = await sendFor(secondsAlone, send);
  const cpuMs = {
    cms: ((cpuSeconds(pids.cms) - before.cms) * 1000) / length,
    site: ((cpuSeconds(pids.site) - before.site) * 1000) / length,
  };
  const alone = await read(url);
  await pause(500);
  const [beside, sorted] = await Promise.all([read(url), sendFor(seconds, send)]);
  return {
    perSecond: sorted.length / seconds,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    readAlone: alone.requests.average,
    readBeside: beside.requests.average,
    cpuMs,
  };
}

/** Sends a comment as the client script does: a form token, then the form. */
async function sendComment(site: string, slug: string): Promise<number> {
  const { formToken } = (await (await fetch(`${site}/api/form-token`)).json()) as { formToken: string };
  const began = performance.now();
  const { status } = await new Reader(site).post(`/blog/${slug}/comment`, {
    name: 'Marnie',
    text: kindText(),
    audience: 'everyone',
    consent: 'on',
    formToken,
  });
  if (status !== 303) throw new Error(`A comment was answered with ${status}.`);
  return performance.now() - began;
}

/** What a disk asks for one durable row, whoever writes it. */
function bareInsert(dir: string): number {
  const Database = createRequire(new URL('../../cms/package.json', import.meta.url))('better-sqlite3') as new (
    file: string,
  ) => {
    pragma: (what: string) => void;
    exec: (sql: string) => void;
    prepare: (sql: string) => { run: (value: string) => void };
    close: () => void;
  };
  const db = new Database(path.join(dir, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table words (words text)');
  const insert = db.prepare('insert into words values (?)');
  const taken = Array.from({ length: 300 }, () => {
    const began = performance.now();
    insert.run(kindText());
    return performance.now() - began;
  });
  db.close();
  return median(taken);
}

/** Comments that are sent to a post while others read its page. */
export async function measureSubmissions(
  site: string,
  slug: string,
  pids: Sent['pids'],
  dir: string,
): Promise<Submissions> {
  const sending = await measureSending({ url: `${site}/blog/${slug}`, pids, send: () => sendComment(site, slug) });
  return { ...sending, bareInsertMs: bareInsert(dir) };
}
