import { setTimeout as pause } from 'node:timers/promises';
import { kindText } from '../support/kind-text.ts';
import { Reader } from '../support/reader.ts';
import { openSql } from '../support/sql.ts';
import { startStack } from '../support/stack.ts';
import { median, residentMegabytes } from './process-cost.ts';
import { say } from './report.ts';

/** What readers of a busy practice do, many times over. */
const readsPerSecond = 50;
const writesPerSecond = 2;
/** How much more memory a process may use at the end than in its second minute. */
const allowedGrowth = 1.3;

const minutes = Number(process.argv[2] ?? 5);
if (!(minutes >= 2 && minutes <= 600)) {
  say('Usage: npm run bench -- soak [minutes, at least 2]');
  process.exit(2);
}

const slug = 'when-the-night-is-loud';
const paths = ['/', '/blog', `/blog/${slug}`, '/workshops', '/help-now', '/feed.xml', '/about', '/blog?page=2'];

interface Counts {
  reads: number;
  acknowledged: number;
  serverErrors: number;
  otherErrors: number;
}

/** Begins a task at a steady rate until `end`, whether or not the ones before have ended; waits for all of them. */
async function atRate(perSecond: number, end: number, task: (turn: number) => Promise<void>): Promise<void> {
  const running = new Set<Promise<void>>();
  const began = performance.now();
  for (let turn = 0; performance.now() < end; turn += 1) {
    const one: Promise<void> = task(turn).finally(() => running.delete(one));
    running.add(one);
    await pause(Math.max(0, began + ((turn + 1) * 1000) / perSecond - performance.now()));
  }
  await Promise.all(running);
}

function countStatus(counts: Counts, status: number, expected: number): boolean {
  if (status >= 500) counts.serverErrors += 1;
  else if (status !== expected) counts.otherErrors += 1;
  return status === expected;
}

const { cms, site, stop } = await startStack({ env: { FORM_LIMITS: 'off' } });
try {
  const counts: Counts = { reads: 0, acknowledged: 0, serverErrors: 0, otherErrors: 0 };
  const sql = await openSql({ dataDir: cms.dataDir });
  const countRows = async () => Number((await sql.all('select count(*) as n from comments'))[0]?.n);
  const rowsBefore = await countRows();

  const read = async (turn: number): Promise<void> => {
    const response = await fetch(site.url + (paths[turn % paths.length] ?? '/'));
    await response.arrayBuffer();
    if (countStatus(counts, response.status, 200)) counts.reads += 1;
  };
  const write = async (): Promise<void> => {
    const { formToken } = (await (await fetch(`${site.url}/api/form-token`)).json()) as { formToken: string };
    const form = { name: 'Marnie', text: kindText(), audience: 'everyone', consent: 'on', formToken };
    const { status } = await new Reader(site.url).post(`/blog/${slug}/comment`, form);
    if (countStatus(counts, status, 303)) counts.acknowledged += 1;
  };

  const began = performance.now();
  const end = began + minutes * 60_000;
  const samples: { minute: number; cms: number; site: number }[] = [];
  const sampling = setInterval(() => {
    const minute = (performance.now() - began) / 60_000;
    samples.push({ minute, cms: residentMegabytes(cms.pid), site: residentMegabytes(site.pid) });
  }, 1000);
  say(`Reading ${readsPerSecond} pages and sending ${writesPerSecond} comments a second for ${minutes} minutes …`);
  await Promise.all([atRate(readsPerSecond, end, read), atRate(writesPerSecond, end, write)]);
  clearInterval(sampling);

  const stored = (await countRows()) - rowsBefore;
  await sql.close();
  const during = (from: number, to: number, who: 'cms' | 'site') =>
    median(samples.filter(({ minute }) => minute >= from && minute < to).map((sample) => sample[who]));
  const targets: [string, boolean][] = [
    [`${counts.acknowledged} comments acknowledged, ${stored} stored`, stored === counts.acknowledged],
    [`${counts.reads} pages read, ${counts.serverErrors} answers of 5xx`, counts.serverErrors === 0],
    [`${counts.otherErrors} other answers that were not expected`, counts.otherErrors === 0],
    ...(['cms', 'site'] as const).map((who): [string, boolean] => {
      const [second, last] = [during(1, 2, who), during(minutes - 0.5, Infinity, who)];
      const ratio = last / second;
      const what = `memory of the ${who}: ${second.toFixed(0)} MB in the second minute, ${last.toFixed(0)} MB at the end`;
      return [`${what} (${ratio.toFixed(2)}, at most ${allowedGrowth})`, ratio <= allowedGrowth];
    }),
  ];
  for (const [what, met] of targets) say(`  ${met ? 'met   ' : 'MISSED'} ${what}`);
  process.exitCode = targets.every(([, met]) => met) ? 0 : 1;
} finally {
  await stop();
}
