import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import { kindText } from '../support/kind-text.ts';
import { Reader } from '../support/reader.ts';
import { median } from './process-cost.ts';

export interface Submissions {
  /** Accepted (303) a second, beside the reading load. */
  perSecond: number;
  /** Milliseconds from the press to the answer. */
  p50: number;
  p99: number;
  /** The same post's page a second, without and with the submissions beside it. */
  readAlone: number;
  readBeside: number;
  /** One row in a transaction of its own, written durably to the same disk by nothing but SQLite, milliseconds. */
  bareInsertMs: number;
}

const seconds = 8;
const senders = 4;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const read = (url: string): Promise<autocannon.Result> =>
  autocannon({ url, connections: 8, duration: seconds, headers: { 'accept-encoding': 'br' } });

/**
 * One reader after the other, as the client script sends: a form token, then the form. Gives how long each press took.
 */
async function sendUntil(site: string, slug: string, end: number): Promise<number[]> {
  const taken: number[] = [];
  while (Date.now() < end) {
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
    taken.push(performance.now() - began);
  }
  return taken;
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

/**
 * Sends comments to a post as fast as they are taken (the site runs with FORM_LIMITS=off), while others read its page.
 */
export async function measureSubmissions(site: string, slug: string, dir: string): Promise<Submissions> {
  const url = `${site}/blog/${slug}`;
  const alone = await read(url);
  await pause(500);
  const end = Date.now() + seconds * 1000;
  const [beside, ...taken] = await Promise.all([
    read(url),
    ...Array.from({ length: senders }, () => sendUntil(site, slug, end)),
  ]);
  const sorted = taken.flat().sort((a, b) => a - b);
  return {
    perSecond: sorted.length / seconds,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    readAlone: alone.requests.average,
    readBeside: beside.requests.average,
    bareInsertMs: bareInsert(dir),
  };
}
