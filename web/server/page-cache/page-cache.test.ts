import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Entry, makeEntry } from './entry';
import { PageCache } from './page-cache';
import { Store } from './store';
import type { Rendered } from './verdict';

const day = 24 * 3600 * 1000;

const page = (words: string, more: Partial<Rendered> = {}): Rendered => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(words),
  facts: { kinds: new Set(['posts']) },
  ...more,
});
const away = () => page('makeshift', { status: 503, facts: { kinds: new Set(), incomplete: true } });

/** A cache over a CMS whose every answer the test decides. */
function cache() {
  const numbers: Record<string, number> = { posts: 1 };
  const watcher = {
    generation: 1,
    numbers,
    knownAt: Date.now(),
    away: false,
    backAt: -Infinity,
    known: true,
    learn: () => Promise.resolve(),
  };
  const state = {
    watcher,
    render: vi.fn<(key: string) => Promise<Rendered>>(() => Promise.resolve(page(`words ${watcher.numbers['posts']}`))),
    saved: [] as string[],
  };
  const pages = new Store(1_000_000);
  const brief = new Store(100_000);
  const sorry = () =>
    makeEntry(
      {
        key: '',
        status: 503,
        own: {},
        numbers: null,
        generation: -1,
        began: 0,
        endsAt: 0,
        representations: [{ coding: 'identity', body: Buffer.from('sorry'), etag: '"s"' }],
      },
      [],
    );
  const kept = new PageCache({
    watcher: state.watcher,
    render: state.render,
    pages,
    brief,
    sorry,
    disk: {
      load: () => Promise.resolve(),
      save: ({ key }) => state.saved.push(`+${key}`),
      remove: (key) => state.saved.push(`-${key}`),
      settled: () => Promise.resolve(),
    },
    reachedBefore: () => 0,
    security: [],
    now: () => Date.now(),
    warn: () => undefined,
  });
  const publish = () => {
    const n = (state.watcher.numbers['posts'] ?? 0) + 1;
    state.watcher.numbers = { posts: n };
    state.watcher.generation += 1;
  };
  const lose = () => Object.assign(state.watcher, { away: true, known: false });
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    if (state.watcher.known) state.watcher.knownAt = Date.now();
  };
  return { ...state, kept, pages, brief, publish, lose, pass };
}

const said = (entry: Entry | undefined) => entry && `${entry.status} ${entry.forms.identity.body.toString()}`;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('page cache', () => {
  it('renders a page once and answers from it while its content has not moved', async () => {
    const { kept, render, pass } = cache();
    expect(said(await kept.find('/'))).toBe('200 words 1');
    await pass(3_600_000);
    expect(said(kept.ready('/'))).toBe('200 words 1');
    expect(render).toHaveBeenCalledTimes(1);
  });

  it('renders again when the content has moved', async () => {
    const { kept, publish } = cache();
    await kept.find('/');
    publish();
    expect(kept.ready('/')).toBeUndefined();
    expect(said(await kept.find('/'))).toBe('200 words 2');
  });

  it('does not render again when something else has moved', async () => {
    const { kept, watcher, render } = cache();
    await kept.find('/');
    watcher.numbers = { posts: 1, pages: 2 };
    watcher.generation += 1;
    expect(said(kept.ready('/'))).toBe('200 words 1');
    expect(render).toHaveBeenCalledTimes(1);
  });

  it('does not trust for longer than the hour of which the CMS tells that a thread has not moved', async () => {
    const { kept, watcher, render, pass } = cache();
    render.mockImplementation(() =>
      Promise.resolve(page('thread', { facts: { kinds: new Set(['posts', 'thread:a-post']) } })),
    );
    await kept.find('/blog/a-post');
    await pass(54 * 60_000);
    expect(kept.ready('/blog/a-post')).toBeDefined();
    // It moves and, more than an hour later, is left out again, before anybody has asked.
    watcher.generation += 2;
    await pass(70 * 60_000);
    expect(kept.ready('/blog/a-post')).toBeUndefined();
    await kept.find('/blog/a-post');
    expect(render).toHaveBeenCalledTimes(2);
  });

  it('forgets what was made of a thread, in memory and on disk, and what is being made of it', async () => {
    const { kept, pages, render, saved } = cache();
    const thread = () => page('thread', { facts: { kinds: new Set(['posts', 'thread:a-post']) } });
    await kept.find('/');
    render.mockImplementation(() => Promise.resolve(thread()));
    await kept.find('/blog/a-post');
    let finish: (made: Rendered) => void = () => undefined;
    render.mockImplementation(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    const underWay = kept.find('/blog/a-post?page=2');
    await vi.advanceTimersByTimeAsync(10);
    await kept.forget(['thread:a-post']);
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

  it('keeps the numbers from before a rendering, so that a change during it is not missed', async () => {
    const { kept, render, publish } = cache();
    render.mockImplementationOnce(() => {
      publish();
      return Promise.resolve(page('from before'));
    });
    await kept.find('/');
    expect(kept.ready('/')).toBeUndefined();
    expect(said(await kept.find('/'))).toBe('200 words 2');
  });

  it('does not call a page fresh by old knowledge', async () => {
    const { kept, watcher } = cache();
    await kept.find('/');
    watcher.knownAt = Date.now() - 1501;
    expect(kept.ready('/')).toBeUndefined();
  });

  it('ends a page at its moment', async () => {
    const { kept, render, pass } = cache();
    render.mockImplementation(() =>
      Promise.resolve(page('open', { facts: { kinds: new Set(['posts']), endsAt: 1_700_000_060_000 } })),
    );
    await kept.find('/');
    expect(kept.ready('/')).toBeDefined();
    await pass(60_000);
    expect(kept.ready('/')).toBeUndefined();
  });

  it('lets a reader of a stale page wait 3 s and no more; the new page comes when it comes', async () => {
    const { kept, render, publish, pass } = cache();
    await kept.find('/');
    publish();
    let finish: (value: Rendered) => void = () => undefined;
    render.mockImplementation(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    const waiting = kept.find('/');
    await pass(2999);
    expect(await Promise.race([waiting, Promise.resolve('still waiting')])).toBe('still waiting');
    await pass(1);
    expect(said(await waiting)).toBe('200 words 1');
    expect(render).toHaveBeenCalledTimes(2);
    finish(page('late words'));
    await pass(0);
    expect(said(await kept.find('/'))).toBe('200 late words');
  });

  it('serves the old page when a rendering fails, and tries again after 5 s', async () => {
    const { kept, render, publish, pass } = cache();
    await kept.find('/');
    publish();
    render.mockImplementation(() => Promise.resolve(away()));
    expect(said(await kept.find('/'))).toBe('200 words 1');
    await kept.find('/');
    expect(render).toHaveBeenCalledTimes(2);
    await pass(5000);
    await kept.find('/');
    expect(render).toHaveBeenCalledTimes(3);
  });

  it('tries again at once when the CMS has come back', async () => {
    const { kept, render, publish, watcher, pass } = cache();
    await kept.find('/');
    publish();
    render.mockImplementationOnce(() => Promise.resolve(away()));
    await kept.find('/');
    await pass(10);
    watcher.backAt = Date.now();
    expect(said(await kept.find('/'))).toBe('200 words 2');
  });

  it('serves the old page for a day while the CMS is away, and then says sorry', async () => {
    const { kept, lose, pass, render } = cache();
    await kept.find('/');
    lose();
    render.mockImplementation(() => Promise.resolve(away()));
    await pass(day - 1000);
    expect(said(await kept.find('/'))).toBe('200 words 1');
    await pass(2000);
    expect((await kept.find('/')).status).toBe(503);
  });

  it('neither keeps what it could only half make, nor lets it replace a page', async () => {
    const { kept, lose, pass, render, pages } = cache();
    const halfMade = () =>
      Promise.resolve(page('dated copy', { facts: { kinds: new Set(['practice'] as const), incomplete: true } }));
    await kept.find('/help-now');
    lose();
    render.mockImplementation(halfMade);
    expect(said(await kept.find('/help-now'))).toBe('200 words 1');
    expect(said(await kept.find('/privacy'))).toBe('200 dated copy');
    expect(pages.get('/privacy')).toBeUndefined();
    await kept.find('/privacy');
    expect(render).toHaveBeenCalledTimes(2);
    await pass(6000);
    await kept.find('/privacy');
    expect(render).toHaveBeenCalledTimes(3);
  });

  it('does not say that nothing is there while nobody can be asked', async () => {
    const { kept, render } = cache();
    render.mockImplementation(() =>
      Promise.resolve(page('not here', { status: 404, facts: { kinds: new Set(), incomplete: true } })),
    );
    expect(said(await kept.find('/old-address'))).toBe('503 sorry');
  });

  it('remembers what is not there apart from pages, until the content moves', async () => {
    const { kept, render, publish, pages } = cache();
    render.mockImplementationOnce(() => Promise.resolve(page('not here', { status: 404 })));
    await kept.find('/blog/soon');
    expect((await kept.find('/blog/soon')).status).toBe(404);
    expect(render).toHaveBeenCalledTimes(1);
    expect(pages.size).toBe(0);
    publish();
    expect(said(await kept.find('/blog/soon'))).toBe('200 words 2');
  });

  it('lets a page go that is taken back', async () => {
    const { kept, render, publish, pages, saved } = cache();
    await kept.find('/blog/x');
    publish();
    render.mockImplementationOnce(() => Promise.resolve(page('not here', { status: 404 })));
    expect((await kept.find('/blog/x')).status).toBe(404);
    expect({ size: pages.size, saved }).toEqual({ size: 0, saved: ['+/blog/x', '-/blog/x'] });
  });

  it('holds a thousand invented addresses in little room, and keeps the pages', async () => {
    const { kept, render, brief } = cache();
    await kept.find('/');
    render.mockImplementation(() => Promise.resolve(page('not here', { status: 404 })));
    for (let at = 0; at < 1000; at += 1) await kept.find(`/${at}`);
    expect(brief.bytes).toBeLessThanOrEqual(100_000);
    expect(kept.ready('/')).toBeDefined();
  });

  it('renders once for all who ask at once, but never hands on what is for one reader', async () => {
    const { kept, render } = cache();
    await Promise.all(Array.from({ length: 10 }, () => kept.find('/')));
    expect(render).toHaveBeenCalledTimes(1);
    let nonce = 0;
    render.mockImplementation(() =>
      Promise.resolve(
        page(`form ${(nonce += 1)}`, { headers: { 'content-type': 'text/html', 'cache-control': 'no-store' } }),
      ),
    );
    const forms = await Promise.all([kept.find('/form'), kept.find('/form'), kept.find('/form')]);
    expect(new Set(forms.map(said)).size).toBe(3);
    expect(kept.ready('/form')).toBeUndefined();
  });

  it('says sorry when a page that it never had takes too long or breaks', async () => {
    const { kept, render, pass } = cache();
    render.mockImplementationOnce(() => new Promise(() => undefined));
    const waiting = kept.find('/slow');
    await pass(8000);
    expect(said(await waiting)).toBe('503 sorry');
    render.mockImplementationOnce(() => Promise.reject(new Error('broken')));
    expect(said(await kept.find('/broken'))).toBe('503 sorry');
  });
});
