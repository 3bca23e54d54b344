import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBrowser } from '../support/browser.ts';
import { startCms } from '../support/start-cms.ts';
import { startWeb } from '../support/start-web.ts';
import { measureCachedPage, type CachedPage } from './cached-page.ts';
import { residentMegabytes } from './process-cost.ts';
import { longPost, seedPosts, touchPosts } from './seed-posts.ts';
import { measureUncached, type Uncached } from './uncached.ts';
import { weigh, type Weight } from './weight.ts';

const work = mkdtempSync(path.join(tmpdir(), 'quiet-room-bench-'));
const say = (line = '') => process.stdout.write(`${line}\n`);
const fixed = (number: number, digits = 1) => number.toFixed(digits);

interface Footprint {
  cmsIdle: number;
  siteIdle: number;
  siteAfterLoad: number;
  cmsReadySeconds: number;
  firstPageSeconds: number;
}

interface Results {
  cached: CachedPage[];
  weights: Weight[];
  uncached: Uncached[];
  footprint: Footprint;
}

async function startSite(dir: string) {
  const began = performance.now();
  const cms = await startCms({ dataDir: dir, demo: true });
  const cmsReadySeconds = (performance.now() - began) / 1000;
  const site = await startWeb({ cmsUrl: cms.url, webToken: cms.webToken, hookSecret: cms.hookSecret, dataDir: dir });
  const first = await fetch(site.url);
  if (!first.ok) throw new Error(`The first page answered ${first.status}.`);
  return { cms, site, cmsReadySeconds, firstPageSeconds: (performance.now() - began) / 1000 };
}

/** A folder with a database of demo content and as many posts more. */
async function prepare(posts: number): Promise<string> {
  const dir = mkdtempSync(path.join(work, 'data-'));
  const cms = await startCms({ dataDir: dir, demo: true });
  await cms.stop();
  seedPosts(path.join(dir, 'quiet-room.db'), posts);
  return dir;
}

async function withPosts<T>(posts: number, measure: (running: Awaited<ReturnType<typeof startSite>>, dir: string) => Promise<T>): Promise<T> {
  const dir = await prepare(posts);
  const running = await startSite(dir);
  try {
    return await measure(running, dir);
  } finally {
    await running.site.stop();
    await running.cms.stop();
  }
}

async function measureAll(): Promise<Results> {
  const uncachedWith = (posts: number) =>
    withPosts(posts, ({ cms, site }, dir) =>
      measureUncached(site.url, posts, [cms.pid, site.pid], async () => {
        touchPosts(path.join(dir, 'quiet-room.db'));
        // The site asks every second.
        await pause(1300);
      }));

  const small = await withPosts(100, async ({ cms, site, cmsReadySeconds, firstPageSeconds }) => {
    await pause(3000);
    const idle = { cmsIdle: residentMegabytes(cms.pid), siteIdle: residentMegabytes(site.pid), cmsReadySeconds, firstPageSeconds };
    say('Weighing pages in a browser …');
    const browser = await startBrowser();
    const weights: Weight[] = [];
    try {
      for (const page of ['/', '/blog', `/blog/${longPost}`, '/help-now']) weights.push(await weigh(browser, site.url, page));
    } finally {
      await browser.close();
    }
    say('Loading the cached post page, turn by turn with a bare Node server …');
    const cached = await measureCachedPage(`${site.url}/blog/${longPost}`, site.pid, work);
    return { weights, cached, footprint: { ...idle, siteAfterLoad: residentMegabytes(site.pid) } };
  });
  say('Timing uncached pages with 100 posts …');
  const hundred = await uncachedWith(100);
  say('Timing uncached pages with 10 000 posts …');
  const tenThousand = await uncachedWith(10_000);
  return { ...small, uncached: [hundred, tenThousand] };
}

function report({ cached, weights, uncached, footprint }: Results): [string, boolean][] {
  say('\nThe cached post page (900 words and 20 passages more) against a bare Node server that sends the same bytes');
  say('  form     requests/s      CPU ms/request     bare CPU ms   ratio   p99 ms');
  for (const { kind, site, bare, ratio } of cached) {
    say(`  ${kind.padEnd(7)} ${fixed(site.perSecond, 0).padStart(8)} (bare ${fixed(bare.perSecond, 0).padStart(6)}) ${fixed(site.cpuMs, 4).padStart(10)} ${fixed(bare.cpuMs, 4).padStart(14)} ${fixed(ratio, 2).padStart(9)} ${fixed(site.p99, 0).padStart(6)}`);
  }
  say('\nBytes over the wire for a first view on a phone');
  for (const { path: page, requests, bytes, firstView } of weights) {
    say(`  ${page.padEnd(20)} html ${bytes.html}, css ${bytes.css}, js ${bytes.js}, fonts ${bytes.fonts}, images ${bytes.images}: ${firstView} without pictures, ${requests} requests`);
  }
  say('\nUncached pages, median ms');
  for (const { posts, list, deepList, post, postCpuMs } of uncached) {
    say(`  ${String(posts).padStart(6)} posts: list ${fixed(list)}, last list page ${fixed(deepList)}, post ${fixed(post)} (${fixed(postCpuMs)} CPU ms in both processes)`);
  }
  say(`\nMemory: CMS ${fixed(footprint.cmsIdle, 0)} MB idle; site ${fixed(footprint.siteIdle, 0)} MB idle, ${fixed(footprint.siteAfterLoad, 0)} MB after the load`);
  say(`Start: CMS ready after ${fixed(footprint.cmsReadySeconds)} s, first page after ${fixed(footprint.firstPageSeconds)} s`);

  const ratio = (kind: string) => cached.find((form) => form.kind === kind)?.ratio ?? 0;
  const cpu = (kind: string) => cached.find((form) => form.kind === kind)?.site.cpuMs ?? Infinity;
  const post = weights.find((weight) => weight.path.endsWith(longPost));
  const [few, many] = uncached;
  const growth = few && many ? Math.max(many.list / few.list, many.deepList / few.deepList, many.post / few.post) : Infinity;
  return [
    [`cached page at least 0.6 of bare Node’s requests a CPU-second (worst form ${fixed(Math.min(...cached.map((form) => form.ratio)), 2)})`, cached.every((form) => form.ratio >= 0.6)],
    [`304, gzip and br not slower than plain (CPU ms: ${['plain', 'gzip', 'br', '304'].map((kind) => fixed(cpu(kind), 4)).join(', ')}; plain ratio ${fixed(ratio('plain'), 2)})`, ['gzip', 'br', '304'].every((kind) => cpu(kind) <= cpu('plain') * 1.05)],
    [`html of the post at most 10 kB compressed (${post?.bytes.html})`, (post?.bytes.html ?? Infinity) <= 10_000],
    [`first view without photographs at most 85 kB (${post?.firstView})`, (post?.firstView ?? Infinity) <= 85_000],
    [`at most 8 requests (${post?.requests})`, (post?.requests ?? Infinity) <= 8],
    [`uncached at 10 000 posts at most 1.3 times that at 100 (${fixed(growth, 2)})`, growth <= 1.3],
    [`site at most 130 MB idle (${fixed(footprint.siteIdle, 0)})`, footprint.siteIdle <= 130],
  ];
}

try {
  const results = await measureAll();
  const targets = report(results);
  say('\nTargets');
  for (const [what, met] of targets) say(`  ${met ? 'met   ' : 'MISSED'} ${what}`);
  const out = path.resolve(import.meta.dirname, '../../.build/reports');
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'bench.json'), JSON.stringify(results, null, 2));
  process.exitCode = targets.every(([, met]) => met) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
