import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBrowser } from '../support/browser.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';
import { type RunningWeb, startWeb } from '../support/start-web.ts';
import { measureCachedPage } from './cached-page.ts';
import { measureModerationQueue } from './moderation-queue.ts';
import { median, residentMegabytes } from './process-cost.ts';
import { measureRegistrations } from './registrations.ts';
import { report, type Results, say } from './report.ts';
import { longPost, seedComments, seedPosts, talkedAbout, touchPosts } from './seed-posts.ts';
import { measureSubmissions } from './submissions.ts';
import { measureUncached, timeOf } from './uncached.ts';
import { weigh, type Weight } from './weight.ts';

const work = mkdtempSync(path.join(tmpdir(), 'quiet-room-bench-'));

async function startSite(dir: string) {
  const began = performance.now();
  const cms = await startCms({ dataDir: dir, demo: true });
  const cmsReadySeconds = (performance.now() - began) / 1000;
  const site = await startWeb({
    cmsUrl: cms.url,
    webToken: cms.webToken,
    webhookSecret: cms.webhookSecret,
    dataDir: dir,
    env: { FORM_LIMITS: 'off' },
  });
  const first = await fetch(site.url);
  if (!first.ok) throw new Error(`The first page answered ${first.status}.`);
  return { cms, site, cmsReadySeconds, firstPageSeconds: (performance.now() - began) / 1000 };
}

/** A folder with a database of demo content and as many posts more, with ten comments each. */
async function prepare(posts: number): Promise<string> {
  const dir = mkdtempSync(path.join(work, 'data-'));
  const cms = await startCms({ dataDir: dir, demo: true });
  await cms.stop();
  seedPosts(path.join(dir, 'quiet-room.db'), posts);
  seedComments(path.join(dir, 'quiet-room.db'), posts);
  return dir;
}

async function withPosts<T>(
  posts: number,
  measure: (running: Awaited<ReturnType<typeof startSite>>, dir: string) => Promise<T>,
): Promise<T> {
  const dir = await prepare(posts);
  const running = await startSite(dir);
  try {
    return await measure(running, dir);
  } finally {
    await running.site.stop();
    await running.cms.stop();
  }
}

/**
 * The page of a post with 500 comments, rendered and from the cache, and comments that are sent to it while it is read.
 */
async function measureComments(
  cms: RunningCms,
  site: RunningWeb,
): Promise<Pick<Results, 'talkedAbout' | 'submissions'>> {
  const url = `${site.url}/blog/${talkedAbout}`;
  say('Timing a post with 500 comments, and one without …');
  const renderings: { many: number[]; none: number[] } = { many: [], none: [] };
  for (let round = 0; round < 15; round += 1) {
    touchPosts(path.join(cms.dataDir, 'quiet-room.db'));
    await pause(1300);
    renderings.many.push(await timeOf([url]));
    renderings.none.push(await timeOf([`${site.url}/blog/bench-2`]));
  }
  const cached = await measureCachedPage(url, site.pid, work, 1);
  say('Sending comments while the same post is read …');
  const submissions = await measureSubmissions(site.url, talkedAbout, { cms: cms.pid, site: site.pid }, work);
  return { talkedAbout: { uncached: median(renderings.many), without: median(renderings.none), cached }, submissions };
}

async function measureAll(): Promise<Results> {
  const uncachedWith = (posts: number) =>
    withPosts(posts, ({ cms, site }, dir) =>
      measureUncached(site.url, posts, [cms.pid, site.pid], async () => {
        touchPosts(path.join(dir, 'quiet-room.db'));
        // The site asks twice a second.
        await pause(1300);
      }),
    );

  const small = await withPosts(100, async ({ cms, site, cmsReadySeconds, firstPageSeconds }) => {
    await pause(3000);
    const idle = {
      cmsIdle: residentMegabytes(cms.pid),
      siteIdle: residentMegabytes(site.pid),
      cmsReadySeconds,
      firstPageSeconds,
    };
    say('Weighing pages in a browser …');
    const browser = await startBrowser();
    const weights: Weight[] = [];
    try {
      for (const page of ['/', '/blog', `/blog/${longPost}`, '/help-now'])
        weights.push(await weigh(browser, site.url, page));
    } finally {
      await browser.close();
    }
    say('Loading the cached post page, turn by turn with a bare Node server …');
    const cached = await measureCachedPage(`${site.url}/blog/${longPost}`, site.pid, work);
    const footprint = { ...idle, siteAfterLoad: residentMegabytes(site.pid) };
    return { weights, cached, footprint, ...(await measureComments(cms, site)) };
  });
  say('Timing uncached pages with 100 posts …');
  const hundred = await uncachedWith(100);
  say('Timing uncached pages with 10 000 posts and 100 000 comments …');
  const tenThousand = await uncachedWith(10_000);
  say('Asking for a queue of 100 000 comments on PostgreSQL …');
  const queue = await measureModerationQueue(work);
  say('Registering at one workshop while its page is read, on SQLite and on PostgreSQL …');
  return { ...small, uncached: [hundred, tenThousand], queue, registrations: await measureRegistrations(work) };
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
