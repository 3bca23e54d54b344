import { rawGet } from '../support/raw-get.ts';
import { cpuSeconds, median } from './process-cost.ts';

export interface Uncached {
  posts: number;
  /** Milliseconds until the whole page was there, the median of pages that nobody had asked for before. */
  list: number;
  deepList: number;
  post: number;
  /** CPU milliseconds of both processes for one such post page. */
  postCpuMs: number;
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

/**
 * Times pages on their first request, so that each is rendered. `renew` makes the cache forget the list pages between
 * two rounds (a committed change of content), `pids` are the CMS and the site.
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
  await timeOf(some(posts - 9, 10));
  const before = pids.map(cpuSeconds);
  const post = await timeOf(some(Math.floor(posts / 2), 40));
  const cpu = pids.reduce((sum, pid, i) => sum + cpuSeconds(pid) - (before[i] ?? 0), 0);
  const list: number[] = [];
  const deep: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    await renew();
    list.push(await timeOf([`${site}/blog`]));
    deep.push(await timeOf([`${site}/blog?page=${lastPage}`]));
  }
  return { posts, list: median(list), deepList: median(deep), post, postCpuMs: (cpu * 1000) / 40 };
}
