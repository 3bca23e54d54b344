import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { startStack } from '../support/stack.ts';
import { median } from './process-cost.ts';
import { say } from './report.ts';

/** A phone on a poor connection: 1.6 Mbit/s, 150 ms there and back, a processor four times slower than this one. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const slowdown = 4;
/** How long a page is watched after it has loaded, in milliseconds: fonts may still move its words. */
const watched = 1000;
const visits = Number(process.argv[2] ?? 15);
if (!(visits >= 1 && visits <= 100)) {
  say('Usage: npm run bench -- first-paint [visits of each page, 1 to 100]');
  process.exit(2);
}
const pages: [string, string][] = [
  ['post', '/blog/when-the-night-is-loud'],
  ['home', '/'],
  ['workshop', '/workshops/self-kindness-for-therapists'],
  ['help', '/help-now'],
  ['form', '/workshops/self-kindness-for-therapists/register'],
];

/** Of one visit; times in milliseconds. */
interface Visit {
  firstPaint: number;
  largestPaint: number;
  /** Of each long task, what it takes beyond 50 ms. */
  blocked: number;
  shift: number;
  mainThread: number;
}

/** What was measured of one page, beside the lean page of its words. */
interface Compared {
  name: string;
  ours: Visit;
  lean: Visit;
  ratios: Record<'firstPaint' | 'largestPaint' | 'mainThread', number>;
}

type Seen = Pick<Visit, 'largestPaint' | 'blocked' | 'shift'>;

/** Runs in the page, before anything else of it. */
function watch(): void {
  const seen = { largestPaint: 0, blocked: 0, shift: 0 };
  Object.assign(globalThis, { seen });
  const observe = (type: string, note: (entry: PerformanceEntry) => void) => {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  };
  observe('largest-contentful-paint', ({ startTime }) => (seen.largestPaint = startTime));
  observe('longtask', ({ duration }) => (seen.blocked += Math.max(0, duration - 50)));
  observe('layout-shift', (entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value));
}

async function measure(page: Page, context: BrowserContext, url: string): Promise<Visit> {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await session.send('Performance.enable');
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(watched);
  const seen = await page.evaluate(() => ({
    ...(globalThis as typeof globalThis & { seen: Seen }).seen,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
  }));
  const { metrics } = await session.send('Performance.getMetrics');
  const busySeconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Infinity;
  return { ...seen, mainThread: busySeconds * 1000 };
}

/** Visits a page with an empty cache. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    timezoneId: 'Europe/London',
  });
  try {
    return await measure(await context.newPage(), context, url);
  } finally {
    await context.close();
  }
}

/** Returns a page of the same words with nothing that a page can do without: one column of text, a few rules of style. */
async function leanCopy(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(url);
  const passages = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1,h2,h3,h4,p,li,dt,dd,label,legend')]
      .filter((element) => element.querySelector('p,li,h3') === null)
      .map(({ tagName, innerText }) => [/^H\d$/.test(tagName) ? tagName : 'P', innerText] as const),
  );
  await page.close();
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return (
    '<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    '<title>Lean</title><style>body{font:19px/1.6 serif;max-width:34em;margin:1em auto;padding:0 1em}</style>' +
    passages.map(([tag, text]) => `<${tag}>${escape(text)}</${tag}>`).join('\n')
  );
}

function serve(copies: Map<string, string>): Promise<Server> {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' });
    response.end(brotliCompressSync(copies.get(request.url ?? '') ?? ''));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const middle = (all: Visit[]): Visit => ({
  firstPaint: median(all.map((one) => one.firstPaint)),
  largestPaint: median(all.map((one) => one.largestPaint)),
  blocked: median(all.map((one) => one.blocked)),
  shift: median(all.map((one) => one.shift)),
  mainThread: median(all.map((one) => one.mainThread)),
});

const line = ({ firstPaint, largestPaint, blocked, shift, mainThread }: Visit) =>
  `first ${firstPaint.toFixed(0)}, largest ${largestPaint.toFixed(0)}, blocked ${blocked.toFixed(0)}, ` +
  `main thread ${mainThread.toFixed(0)} ms, shift ${shift.toFixed(4)}`;

const { site, stop } = await startStack();
const browser = await startBrowser();
let server: Server | undefined;
try {
  const copies = new Map<string, string>();
  for (const [, url] of pages) copies.set(url, await leanCopy(browser, site.url + url));
  server = await serve(copies);
  const address = server.address();
  const leanUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  say(
    `First paint on a slow phone, ${visits} visits with an empty cache, turn by turn with a lean page of the same words`,
  );
  const results: Compared[] = [];
  for (const [name, url] of pages) {
    const all: { ours: Visit[]; lean: Visit[] } = { ours: [], lean: [] };
    for (let n = 0; n < visits; n += 1) {
      all.ours.push(await visit(browser, site.url + url));
      all.lean.push(await visit(browser, leanUrl + url));
    }
    const [ours, lean] = [middle(all.ours), middle(all.lean)];
    const ratios = {
      firstPaint: ours.firstPaint / lean.firstPaint,
      largestPaint: ours.largestPaint / lean.largestPaint,
      mainThread: ours.mainThread / lean.mainThread,
    };
    results.push({ name, ours, lean, ratios });
    say(`  ${name.padEnd(9)} ${line(ours)}`);
    say(`  ${'lean'.padEnd(9)} ${line(lean)}`);
    const { firstPaint, largestPaint, mainThread } = ratios;
    say(
      `  ${'ratio'.padEnd(9)} first ${firstPaint.toFixed(2)}, largest ${largestPaint.toFixed(2)}, ` +
        `main thread ${mainThread.toFixed(2)}`,
    );
  }
  const out = path.resolve(import.meta.dirname, '../../.build/reports');
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'first-paint.json'), JSON.stringify(results, null, 2));
  const worst = (of: (one: Compared) => number) => Math.max(...results.map(of));
  const targets: [string, number, number][] = [
    ['largest paint at most 1.15 of the lean page’s', worst(({ ratios }) => ratios.largestPaint), 1.15],
    ['main thread at most 2.5 of the lean page’s', worst(({ ratios }) => ratios.mainThread), 2.5],
    ['nothing blocked, in ms', worst(({ ours }) => ours.blocked), 0],
    ['layout shift at most 0.01', worst(({ ours }) => ours.shift), 0.01],
  ];
  say('\nTargets');
  for (const [what, measured, most] of targets)
    say(`  ${measured <= most ? 'met   ' : 'MISSED'} ${what} (${measured.toFixed(3)} at worst)`);
  process.exitCode = targets.every(([, measured, most]) => measured <= most) ? 0 : 1;
} finally {
  server?.close();
  await browser.close();
  await stop();
}
