import type { CachedPage } from './cached-page.ts';
import type { ModerationQueue } from './moderation-queue.ts';
import type { Registrations } from './registrations.ts';
import { longPost } from './seed-posts.ts';
import type { Sending, Submissions } from './submissions.ts';
import type { Uncached } from './uncached.ts';
import type { Weight } from './weight.ts';

export const say = (line = '') => process.stdout.write(`${line}\n`);
const fixed = (number: number, digits = 1) => number.toFixed(digits);

interface Footprint {
  cmsIdle: number;
  siteIdle: number;
  siteAfterLoad: number;
  cmsReadySeconds: number;
  firstPageSeconds: number;
}

export interface Results {
  cached: CachedPage[];
  weights: Weight[];
  uncached: Uncached[];
  footprint: Footprint;
  /** Milliseconds of a rendering of a post with 500 comments and of one without; and its page from the cache. */
  talkedAbout: { uncached: number; without: number; cached: CachedPage[] };
  submissions: Submissions;
  queue: ModerationQueue;
  registrations: Registrations[];
}

function saySending(what: string, { perSecond, p50, p99, cpuMs, readAlone, readBeside }: Sending): void {
  say(
    `  ${what} sent through the site: ${fixed(perSecond)} a second accepted, p50 ${fixed(p50)} ms, ` +
      `p99 ${fixed(p99)} ms; CPU ms for one: CMS ${fixed(cpuMs.cms)}, site ${fixed(cpuMs.site)}`,
  );
  say(`  the same page read meanwhile: ${fixed(readBeside, 0)} a second (alone ${fixed(readAlone, 0)})`);
}

const sendingTargets = (what: string, { perSecond, p99 }: Sending, least: number): [string, boolean][] => [
  [`at least ${least} ${what} a second while readers read (${fixed(perSecond)})`, perSecond >= least],
  [`99 of 100 ${what} answered within 150 ms (${fixed(p99)})`, p99 <= 150],
];

function reportComments({ talkedAbout, submissions, queue }: Results): [string, boolean][] {
  const slowest = Math.max(...queue.asked.map(({ median }) => median));
  const worst = Math.min(...talkedAbout.cached.map((form) => form.ratio));
  say('\nComments');
  say(
    `  post with 500 comments: rendered in ${fixed(talkedAbout.uncached)} ms (one without: ${fixed(talkedAbout.without)} ms), cached at ${fixed(worst, 2)} of bare Node’s requests a CPU-second at worst`,
  );
  saySending('comments', submissions);
  say(`  one bare durable row: ${fixed(submissions.bareInsertMs, 2)} ms`);
  say(
    `  the admin with ${queue.comments} comments on PostgreSQL, median ms (slowest): ${queue.asked.map(({ what, median, slowest: most }) => `${what} ${fixed(median, 0)} (${fixed(most, 0)})`).join(', ')}`,
  );
  return [
    ...sendingTargets('comments', submissions, 120),
    [`cached post with 500 comments at least 0.6 of bare Node’s (${fixed(worst, 2)})`, worst >= 0.6],
    [`the admin’s lists and counts of ${queue.comments} comments within 300 ms (${fixed(slowest, 0)})`, slowest <= 300],
  ];
}

function reportWorkshops({ registrations }: Results): [string, boolean][] {
  say('\nWorkshops');
  for (const { database, uncached, cached, ...sending } of registrations) {
    const worst = Math.min(...cached.map(({ ratio }) => ratio));
    saySending(`${database}: registrations at one workshop`, sending);
    say(
      `  its page rendered in ${fixed(uncached)} ms, ` +
        `cached at ${fixed(worst, 2)} of bare Node’s requests a CPU-second at worst`,
    );
  }
  const worst = Math.min(...registrations.flatMap(({ cached }) => cached.map(({ ratio }) => ratio)));
  return [
    ...registrations.flatMap((one) => sendingTargets(`registrations on ${one.database}`, one, 60)),
    [`cached workshop page at least 0.6 of bare Node’s (${fixed(worst, 2)})`, worst >= 0.6],
  ];
}

/** With a hundred times the posts and comments. */
function growthTargets(uncached: Results['uncached']): [string, boolean][] {
  const [few, many] = uncached;
  if (!few || !many) return [['uncached pages were measured', false]];
  const growth = Math.max(many.list / few.list, many.deepList / few.deepList, many.post / few.post);
  const memory = many.megabytes / few.megabytes;
  const first = Math.max(few.firstCpuMs, many.firstCpuMs);
  return [
    [`uncached with a hundred times the posts at most 1.2 times as long (${fixed(growth, 2)})`, growth <= 1.2],
    [`memory then at most 1.2 times as much (${fixed(memory, 2)})`, memory <= 1.2],
    [`an uncached post at most 25 CPU ms soon after a start (${fixed(first)})`, first <= 25],
  ];
}

/** Prints what was measured; gives each target with whether it was met. */
export function report(results: Results): [string, boolean][] {
  const { cached, weights, uncached, footprint } = results;
  say('\nThe cached post page (900 words and 20 passages more) against a bare Node server that sends the same bytes');
  say('  form     requests/s      CPU ms/request     bare CPU ms   ratio   p99 ms');
  for (const { kind, site, bare, ratio } of cached) {
    say(
      `  ${kind.padEnd(7)} ${fixed(site.perSecond, 0).padStart(8)} (bare ${fixed(bare.perSecond, 0).padStart(6)}) ${fixed(site.cpuMs, 4).padStart(10)} ${fixed(bare.cpuMs, 4).padStart(14)} ${fixed(ratio, 2).padStart(9)} ${fixed(site.p99, 0).padStart(6)}`,
    );
  }
  say('\nBytes over the wire for a first view on a phone');
  for (const { path: page, requests, bytes, firstView } of weights) {
    say(
      `  ${page.padEnd(20)} html ${bytes.html}, css ${bytes.css}, js ${bytes.js}, fonts ${bytes.fonts}, images ${bytes.images}: ${firstView} without pictures, ${requests} requests`,
    );
  }
  say('\nUncached pages, median ms');
  for (const { posts, list, deepList, post, postCpuMs, firstCpuMs, megabytes } of uncached) {
    say(
      `  ${String(posts).padStart(6)} posts, ten comments each: list ${fixed(list)}, ` +
        `last list page ${fixed(deepList)}, post ${fixed(post)} (${fixed(postCpuMs)} CPU ms in both processes, ` +
        `${fixed(firstCpuMs)} for the first twenty after the start); ${fixed(megabytes, 0)} MB`,
    );
  }
  say(
    `\nMemory: CMS ${fixed(footprint.cmsIdle, 0)} MB idle; site ${fixed(footprint.siteIdle, 0)} MB idle, ${fixed(footprint.siteAfterLoad, 0)} MB after the load`,
  );
  say(
    `Start: CMS ready after ${fixed(footprint.cmsReadySeconds)} s, first page after ${fixed(footprint.firstPageSeconds)} s`,
  );

  const ratio = (kind: string) => cached.find((form) => form.kind === kind)?.ratio ?? 0;
  const cpu = (kind: string) => cached.find((form) => form.kind === kind)?.site.cpuMs ?? Infinity;
  const post = weights.find((weight) => weight.path.endsWith(longPost));
  return [
    [
      `cached page at least 0.6 of bare Node’s requests a CPU-second (worst form ${fixed(Math.min(...cached.map((form) => form.ratio)), 2)})`,
      cached.every((form) => form.ratio >= 0.6),
    ],
    [
      `304, gzip and br not slower than plain (CPU ms: ${['plain', 'gzip', 'br', '304'].map((kind) => fixed(cpu(kind), 4)).join(', ')}; plain ratio ${fixed(ratio('plain'), 2)})`,
      ['gzip', 'br', '304'].every((kind) => cpu(kind) <= cpu('plain') * 1.05),
    ],
    [
      `html of the post with the styles of its first screen at most 15 kB compressed (${post?.bytes.html})`,
      (post?.bytes.html ?? Infinity) <= 15_000,
    ],
    [`first view without photographs at most 85 kB (${post?.firstView})`, (post?.firstView ?? Infinity) <= 85_000],
    [`at most 8 requests (${post?.requests})`, (post?.requests ?? Infinity) <= 8],
    ...growthTargets(uncached),
    [`site at most 130 MB idle (${fixed(footprint.siteIdle, 0)})`, footprint.siteIdle <= 130],
    ...reportComments(results),
    ...reportWorkshops(results),
  ];
}
