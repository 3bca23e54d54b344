import { rawGet } from '../support/raw-get.ts';
import { cpuSeconds, median, residentMegabytes } from './process-cost.ts';

export interface Uncached {
  posts: number;
  /** Milliseconds until the whole page was there, the median of pages that nobody had asked for before. */
  list: number;
  deepList: number;
  post: number;
  /** CPU milliseconds of both processes for one such post page, and for one of the first twenty after a start. */
  postCpuMs: number;
  firstCpuMs: number;
  /** Of both processes, once all was measured. */
  megabytes: number;
}

/** Milliseconds until a page was there whole, median of those addresses. */
export async function timeOf(urls: string[]): Promise<number> {
  const taken: number[] = [];
  for (const url of urls) {
    const since = performance.now();
    const { status } = await rawGet(url, { 'accept-encoding': 'br' });
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    taken.push(performance.now() - since);
  }
  return median(taken);
}

/** CPU milliseconds that the processes `pids` needed for each of those pages, and the median of the time of each. */
async function costOf(urls: string[], pids: number[]): Promise<{ cpuMs: number; ms: number }> {
  const before = pids.map(cpuSeconds);
  const ms = await timeOf(urls);
  const cpu = pids.reduce((sum, pid, i) => sum + cpuSeconds(pid) - (before[i] ?? 0), 0);
  return { cpuMs: (cpu * 1000) / urls.length, ms };
}

/**
 * Times pages on their first request, so that each is rendered, soon after the start of the CMS and the site (`pids`).
 * `renew` makes the cache forget the list pages between two rounds (a committed change of content).
 */
export async function measureUncached(
  site: string,
  posts: number,
  pids: number[],
  renew: () => Promise<void>,
): Promise<Uncached> {
  const lastPage = Math.floor(posts / 10);
  const some = (from: number, howMany: number) =>
    Array.from({ length: howMany }, (_, i) => `${site}/blog/bench-${from + i}`);
  const { cpuMs: firstCpuMs } = await costOf(some(2, 20), pids);
  await timeOf(some(posts - 9, 10));
  const { cpuMs: postCpuMs, ms: post } = await costOf(some(Math.floor(posts / 2), 40), pids);
  const list: number[] = [];
  const deep: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    await renew();
    list.push(await timeOf([`${site}/blog`]));
    deep.push(await timeOf([`${site}/blog?page=${lastPage}`]));
  }
  const megabytes = pids.reduce((sum, pid) => sum + residentMegabytes(pid), 0);
  return { posts, list: median(list), deepList: median(deep), post, postCpuMs, firstCpuMs, megabytes };
}
