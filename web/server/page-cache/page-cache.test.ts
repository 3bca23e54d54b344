import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Entry, makeEntry } from './entry';
import { PageCache } from './page-cache';
import type { Rendered } from './render';
import { Store } from './store';

const day = 24 * 3600 * 1000;

const page = (words: string, more: Partial<Rendered> = {}): Rendered => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(words),
  hints: { tags: new Set(['posts']) },
  ...more,
});
const cmsDown = () => page('makeshift', { status: 503, hints: { tags: new Set(), isIncomplete: true } });

/** A cache over a CMS whose every answer the test decides. */
function createCache({ cmsReachedBefore = 0 } = {}) {
  const versions: Record<string, number> = { posts: 1 };
  const poller = {
    epoch: 1,
    versions,
    asOf: Date.now(),
    isCmsDown: false,
    recoveredAt: -Infinity,
    isCurrent: true,
    ensureCurrent: () => Promise.resolve(),
  };
  const state = {
    poller,
    render: vi.fn<(key: string) => Promise<Rendered>>(() => Promise.resolve(page(`words ${poller.versions['posts']}`))),
    saved: [] as string[],
  };
  const pages = new Store(1_000_000);
  const shortLived = new Store(100_000);
  const unavailable = () =>
    makeEntry(
      {
        key: '',
        status: 503,
        ownHeaders: {},
        versions: null,
        validatedEpoch: -1,
        renderStartedAt: 0,
        expiresAt: 0,
        bodies: [{ coding: 'identity', body: Buffer.from('unavailable'), etag: '"s"' }],
      },
      [],
    );
  const cache = new PageCache({
    poller: state.poller,
    render: state.render,
    pages,
    shortLived,
    unavailable,
    disk: {
      load: () => Promise.resolve(),
      save: ({ key }) => state.saved.push(`+${key}`),
      remove: (key) => state.saved.push(`-${key}`),
      settled: () => Promise.resolve(),
    },
    cmsReachedBefore: () => cmsReachedBefore,
    security: [],
    cdnSeconds: 1,
    now: () => Date.now(),
    warn: () => undefined,
  });
  const publish = () => {
    const n = (state.poller.versions['posts'] ?? 0) + 1;
    state.poller.versions = { posts: n };
    state.poller.epoch += 1;
  };
  const loseCms = (more = {}) => Object.assign(state.poller, { isCmsDown: true, isCurrent: false, ...more });
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    if (state.poller.isCurrent) state.poller.asOf = Date.now();
  };
  return { ...state, cache, pages, shortLived, publish, loseCms, pass };
}

const textOf = (entry: Entry | undefined) =>
  entry && `${entry.status} ${entry.representations.identity.body.toString()}`;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the page cache', () => {
  it('renders a page once and serves it while its content has not changed', async () => {
    const { cache, render, pass } = createCache();
    expect(textOf(await cache.get('/'))).toBe('200 words 1');
    await pass(3_600_000);
    expect(textOf(cache.getFresh('/'))).toBe('200 words 1');
    expect(render).toHaveBeenCalledTimes(1);
  });

  it('renders again when the content has changed', async () => {
    const { cache, publish } = createCache();
    await cache.get('/');
    publish();
    expect(cache.getFresh('/')).toBeUndefined();
    expect(textOf(await cache.get('/'))).toBe('200 words 2');
  });

  it('lets a CDN keep public pages, and never a page with a form token', async () => {
    const { cache } = createCache();
    const told = async (key: string) => (await cache.get(key)).representations.identity.headers.join(' ');
    expect(await told('/blog')).toContain('cdn-cache-control max-age=1');
    const form = await told('/blog/a-post/comment');
    expect(form).toContain('cache-control no-store');
    expect(form).not.toContain('cdn-cache-control');
  });

  it('does not render again when something else has changed', async () => {
    const { cache, poller, render } = createCache();
    await cache.get('/');
    poller.versions = { posts: 1, pages: 2 };
    poller.epoch += 1;
    expect(textOf(cache.getFresh('/'))).toBe('200 words 1');
    expect(render).toHaveBeenCalledTimes(1);
  });

  it('does not take an unlisted thread for unchanged for longer than the hour that the CMS lists', async () => {
    const { cache, poller, render, pass } = createCache();
    render.mockImplementation(() =>
      Promise.resolve(page('thread', { hints: { tags: new Set(['posts', 'thread:a-post']) } })),
    );
    await cache.get('/blog/a-post');
    await pass(54 * 60_000);
    expect(cache.getFresh('/blog/a-post')).toBeDefined();
    // It moves and, more than an hour later, is left out again, before anybody has asked.
    poller.epoch += 2;
    await pass(70 * 60_000);
    expect(cache.getFresh('/blog/a-post')).toBeUndefined();
    await cache.get('/blog/a-post');
    expect(render).toHaveBeenCalledTimes(2);
  });

  it('purges the pages with a tag, in memory and on disk, and those that are being rendered', async () => {
    const { cache, pages, render, saved } = createCache();
    const thread = () => page('thread', { hints: { tags: new Set(['posts', 'thread:a-post']) } });
    await cache.get('/');
    render.mockImplementation(() => Promise.resolve(thread()));
    await cache.get('/blog/a-post');
    let finish: (made: Rendered) => void = () => undefined;
    render.mockImplementation(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    const underWay = cache.get('/blog/a-post?page=2');
    await vi.advanceTimersByTimeAsync(10);
    await cache.purge(['thread:a-post']);
    expect(saved.at(-1)).toBe('-/blog/a-post');
    finish(thread());
    await underWay;
    expect([pages.get('/') !== undefined, pages.get('/blog/a-post'), pages.get('/blog/a-post?page=2')]).toEqual([
      true,
      undefined,
      undefined,
    ]);
    expect(saved).not.toContain('+/blog/a-post?page=2');
  });

  it('purges the pages that were rendered before a deletion, and keeps those that show what is left', async () => {
    const { cache, pages, poller, render, saved } = createCache();
    const tags = new Set(['posts', 'thread:a-post']);
    render.mockImplementation(() => Promise.resolve(page('thread', { hints: { tags } })));
    poller.versions = { posts: 1 };
    await cache.get('/unlisted');
    poller.versions = { posts: 1, 'thread:a-post': 4 };
    await cache.get('/before');
    poller.versions = { posts: 1, 'thread:a-post': 5 };
    await cache.get('/after');
    render.mockImplementation(() => Promise.resolve(page('no thread')));
    await cache.get('/other');
    await vi.advanceTimersByTimeAsync(1);
    await cache.purgeOutdated(['thread:a-post'], poller.versions);
    const kept = ['/unlisted', '/before', '/after', '/other'].filter((key) => pages.get(key));
    expect(kept).toEqual(['/after', '/other']);
    expect(saved).toEqual(expect.arrayContaining(['-/unlisted', '-/before']));
  });

  it('stores the versions from before a rendering, so that a change during it is not missed', async () => {
    const { cache, render, publish } = createCache();
    render.mockImplementationOnce(() => {
      publish();
      return Promise.resolve(page('from before'));
    });
    await cache.get('/');
    expect(cache.getFresh('/')).toBeUndefined();
    expect(textOf(await cache.get('/'))).toBe('200 words 2');
  });

  it('does not serve a page as fresh by outdated versions', async () => {
    const { cache, poller } = createCache();
    await cache.get('/');
    poller.asOf = Date.now() - 1501;
    expect(cache.getFresh('/')).toBeUndefined();
  });

  it('expires a page at its instant', async () => {
    const { cache, render, pass } = createCache();
    render.mockImplementation(() =>
      Promise.resolve(page('open', { hints: { tags: new Set(['posts']), expiresAt: 1_700_000_060_000 } })),
    );
    await cache.get('/');
    expect(cache.getFresh('/')).toBeDefined();
    await pass(60_000);
    expect(cache.getFresh('/')).toBeUndefined();
  });

  it('lets a request wait 3 s for a fresh page, then serves the stale one', async () => {
    const { cache, render, publish, pass } = createCache();
    await cache.get('/');
    publish();
    let finish: (value: Rendered) => void = () => undefined;
    render.mockImplementation(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    const waiting = cache.get('/');
    await pass(2999);
    expect(await Promise.race([waiting, Promise.resolve('still waiting')])).toBe('still waiting');
    await pass(1);
    expect(textOf(await waiting)).toBe('200 words 1');
    expect(render).toHaveBeenCalledTimes(2);
    finish(page('late words'));
    await pass(0);
    expect(textOf(await cache.get('/'))).toBe('200 late words');
  });

  it('serves the stale page when a rendering fails, and tries again after 5 s', async () => {
    const { cache, render, publish, pass } = createCache();
    await cache.get('/');
    publish();
    render.mockImplementation(() => Promise.resolve(cmsDown()));
    expect(textOf(await cache.get('/'))).toBe('200 words 1');
    await cache.get('/');
    expect(render).toHaveBeenCalledTimes(2);
    await pass(5000);
    await cache.get('/');
    expect(render).toHaveBeenCalledTimes(3);
  });

  it('tries again at once when the CMS has recovered', async () => {
    const { cache, render, publish, poller, pass } = createCache();
    await cache.get('/');
    publish();
    render.mockImplementationOnce(() => Promise.resolve(cmsDown()));
    await cache.get('/');
    await pass(10);
    poller.recoveredAt = Date.now();
    expect(textOf(await cache.get('/'))).toBe('200 words 2');
  });

  it('serves a stale page for a day while the CMS is down, and then 503', async () => {
    const { cache, loseCms, pass, render } = createCache();
    await cache.get('/');
    loseCms();
    render.mockImplementation(() => Promise.resolve(cmsDown()));
    await pass(day - 1000);
    expect(textOf(await cache.get('/'))).toBe('200 words 1');
    await pass(2000);
    expect((await cache.get('/')).status).toBe(503);
  });

  it('neither stores an incomplete page for long, nor lets it replace a complete one', async () => {
    const { cache, loseCms, pass, render, pages } = createCache();
    const halfMade = () =>
      Promise.resolve(page('dated copy', { hints: { tags: new Set(['practice'] as const), isIncomplete: true } }));
    await cache.get('/help-now');
    loseCms();
    render.mockImplementation(halfMade);
    expect(textOf(await cache.get('/help-now'))).toBe('200 words 1');
    expect(textOf(await cache.get('/privacy'))).toBe('200 dated copy');
    expect(pages.get('/privacy')).toBeUndefined();
    await cache.get('/privacy');
    expect(render).toHaveBeenCalledTimes(2);
    await pass(6000);
    await cache.get('/privacy');
    expect(render).toHaveBeenCalledTimes(3);
  });

  it('does not answer 404 while the CMS cannot say whether the page has moved', async () => {
    const { cache, render } = createCache();
    render.mockImplementation(() =>
      Promise.resolve(page('not here', { status: 404, hints: { tags: new Set(), isIncomplete: true } })),
    );
    expect(textOf(await cache.get('/old-address'))).toBe('503 unavailable');
  });

  it('stores 404s apart from pages, until the content changes', async () => {
    const { cache, render, publish, pages } = createCache();
    render.mockImplementationOnce(() => Promise.resolve(page('not here', { status: 404 })));
    await cache.get('/blog/soon');
    expect((await cache.get('/blog/soon')).status).toBe(404);
    expect(render).toHaveBeenCalledTimes(1);
    expect(pages.size).toBe(0);
    publish();
    expect(textOf(await cache.get('/blog/soon'))).toBe('200 words 2');
  });

  it('removes a page that was unpublished', async () => {
    const { cache, render, publish, pages, saved } = createCache();
    await cache.get('/blog/x');
    publish();
    render.mockImplementationOnce(() => Promise.resolve(page('not here', { status: 404 })));
    expect((await cache.get('/blog/x')).status).toBe(404);
    expect({ size: pages.size, saved }).toEqual({ size: 0, saved: ['+/blog/x', '-/blog/x'] });
  });

  it('stores a thousand invented addresses in little room, and keeps the pages', async () => {
    const { cache, render, shortLived } = createCache();
    await cache.get('/');
    render.mockImplementation(() => Promise.resolve(page('not here', { status: 404 })));
    for (let at = 0; at < 1000; at += 1) await cache.get(`/${at}`);
    expect(shortLived.bytes).toBeLessThanOrEqual(100_000);
    expect(cache.getFresh('/')).toBeDefined();
  });

  it('renders once for all requests at the same time, but never shares a page for one reader', async () => {
    const { cache, render } = createCache();
    await Promise.all(Array.from({ length: 10 }, () => cache.get('/')));
    expect(render).toHaveBeenCalledTimes(1);
    let nonce = 0;
    render.mockImplementation(() =>
      Promise.resolve(
        page(`form ${(nonce += 1)}`, { headers: { 'content-type': 'text/html', 'cache-control': 'no-store' } }),
      ),
    );
    const forms = await Promise.all([cache.get('/form'), cache.get('/form'), cache.get('/form')]);
    expect(new Set(forms.map(textOf)).size).toBe(3);
    expect(cache.getFresh('/form')).toBeUndefined();
  });

  it('answers 503 when a page that it never had takes too long or fails', async () => {
    const { cache, render, pass } = createCache();
    render.mockImplementationOnce(() => new Promise(() => undefined));
    const waiting = cache.get('/slow');
    await pass(8000);
    expect(textOf(await waiting)).toBe('503 unavailable');
    render.mockImplementationOnce(() => Promise.reject(new Error('broken')));
    expect(textOf(await cache.get('/broken'))).toBe('503 unavailable');
  });

  it('does not let an overtaken rendering replace a page that was rendered later', async () => {
    const { cache, render, publish, pass, saved } = createCache();
    let finishFirst: (rendered: Rendered) => void = () => undefined;
    render.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          finishFirst = resolve;
        }),
    );
    const first = cache.get('/');
    await pass(1);
    publish();
    // After ten seconds, a request no longer joins the slow rendering but starts one of its own.
    await pass(10_000);
    expect(textOf(await cache.get('/'))).toBe('200 words 2');
    finishFirst(page('overtaken'));
    await first;
    await pass(1);
    expect(textOf(cache.getFresh('/'))).toBe('200 words 2');
    expect(saved).toEqual(['+/']);
  });

  it('sends only the headers that matter to a client, and tells them not to use a page without asking', async () => {
    const { cache, render } = createCache();
    const headers = {
      'content-type': 'text/html',
      link: '</a.css>; rel=preload',
      'x-robots-tag': 'noindex',
      'x-powered-by': 'Nuxt',
      date: 'today',
    };
    render.mockImplementation(() => Promise.resolve(page('words', { headers })));
    const entry = await cache.get('/');
    expect(entry.representations.identity.headers).toEqual([
      ...['content-type', 'text/html', 'x-robots-tag', 'noindex', 'link', '</a.css>; rel=preload'],
      ...['cache-control', 'no-cache', 'cdn-cache-control', 'max-age=1, stale-while-revalidate=1'],
      ...['content-length', '5', 'etag', entry.representations.identity.etag],
    ]);
  });

  it('tells clients neither to store a failure nor to retry it at once', async () => {
    const { cache, render } = createCache();
    render.mockImplementation(() => Promise.resolve(cmsDown()));
    const { headers } = (await cache.get('/')).representations.identity;
    expect(headers.join()).toContain('cache-control,no-store,retry-after,10');
  });

  it('waits for the disk before it answers, and serves what was found there', async () => {
    const { cache, pages, render } = createCache();
    const { cache: other } = createCache();
    const stored = await other.get('/');
    let finishReading: () => void = () => undefined;
    const reading = new Promise<void>((resolve) => {
      finishReading = resolve;
    });
    cache.load(reading);
    const answer = cache.get('/');
    pages.set({ ...stored, validatedEpoch: -1 });
    finishReading();
    expect(textOf(await answer)).toBe('200 words 1');
    expect(render).not.toHaveBeenCalled();
  });

  it('serves a page from disk for a day after the CMS was last reached', async () => {
    const { cache, pages, loseCms, pass, render } = createCache({ cmsReachedBefore: 1_700_000_000_000 - 3_600_000 });
    const { cache: other } = createCache();
    const stored = await other.get('/');
    pages.set({ ...stored, validatedEpoch: -1, renderStartedAt: 0, versions: { posts: 9 } });
    loseCms({ asOf: -Infinity });
    render.mockImplementation(() => Promise.resolve(cmsDown()));
    await pass(day - 3_600_000 - 1000);
    expect((await cache.get('/')).status).toBe(200);
    await pass(2000);
    expect((await cache.get('/')).status).toBe(503);
  });
});
