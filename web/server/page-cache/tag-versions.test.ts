import { describe, expect, it, vi } from 'vitest';
import { hasSameVersions, type PolledVersions, type TagVersions, VersionPoller } from './tag-versions';

function createPoller() {
  let time = 1_000_000;
  const polls: { began: number; answer: (versions: TagVersions, purged?: TagVersions) => void; fail: () => void }[] =
    [];
  const purges: [readonly string[], TagVersions][] = [];
  const reachable: boolean[] = [];
  const poller = new VersionPoller({
    now: () => time,
    onReachabilityChange: (isReachable) => reachable.push(isReachable),
    onPurge: (tags, versions) => purges.push([tags, versions]),
    fetchVersions: () =>
      new Promise<PolledVersions>((resolve, reject) => {
        polls.push({
          began: time,
          answer: (versions, purged = {}) => {
            resolve({ versions, purged });
          },
          fail: () => {
            reject(new Error('unavailable'));
          },
        });
      }),
  });
  return {
    poller,
    polls,
    purges,
    reachable,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the version poller', () => {
  it('counts the age of the versions from when the poll began, not from when its response came', async () => {
    const { poller, polls, pass } = createPoller();
    const waiting = poller.ensureCurrent();
    pass(600);
    polls[0]?.answer({ posts: 1 });
    await waiting;
    expect(poller.isCurrent).toBe(true);
    pass(401);
    expect(poller.isCurrent).toBe(false);
  });

  it('starts a new epoch whenever a version changes, up or down, and none when all are the same', async () => {
    const { poller, polls } = createPoller();
    for (const [n, epoch] of [
      [5, 1],
      [5, 1],
      [6, 2],
      [3, 3],
    ] as const) {
      const polled = poller.pollNow();
      polls.at(-1)?.answer({ posts: n });
      await polled;
      expect(poller.epoch).toBe(epoch);
    }
  });

  it('reports each deletion once, and after a start all that are still listed', async () => {
    const { poller, polls, purges } = createPoller();
    const versions = { posts: 1, 'thread:a': 2, 'thread:b': 3 };
    const responses: TagVersions[] = [
      { 'thread:a': 1000 },
      { 'thread:a': 1000 },
      { 'thread:a': 1000, 'thread:b': 5 },
      { 'thread:a': 2000 },
    ];
    for (const purged of responses) {
      const polled = poller.pollNow();
      polls.at(-1)?.answer(versions, purged);
      await polled;
    }
    expect(purges).toEqual([
      [['thread:a'], versions],
      [['thread:b'], versions],
      [['thread:a'], versions],
    ]);
  });

  it('polls once for all requests that wait', async () => {
    const { poller, polls } = createPoller();
    const waiting = [poller.ensureCurrent(), poller.ensureCurrent(), poller.ensureCurrent()];
    polls[0]?.answer({ posts: 1 });
    await Promise.all(waiting);
    expect(polls).toHaveLength(1);
  });

  it('polls again when a poll took so long that its response is outdated', async () => {
    const { poller, polls, pass } = createPoller();
    const waiting = poller.ensureCurrent();
    pass(5000);
    polls[0]?.answer({ posts: 1 });
    await settled();
    expect(polls).toHaveLength(2);
    polls[1]?.answer({ posts: 2 });
    await waiting;
    expect(poller.versions).toEqual({ posts: 2 });
  });

  it('polls once more when a webhook arrives while a poll is in flight', async () => {
    const { poller, polls } = createPoller();
    void poller.pollNow();
    void poller.pollNow();
    polls[0]?.answer({ posts: 1 });
    await settled();
    expect(polls).toHaveLength(2);
    polls[1]?.answer({ posts: 2 });
    await settled();
    expect(poller.versions).toEqual({ posts: 2 });
  });

  it('lets no request wait for a CMS that did not answer, and reports when it goes down and recovers', async () => {
    const { poller, polls, reachable, pass } = createPoller();
    const waiting = poller.ensureCurrent();
    polls[0]?.fail();
    await waiting;
    expect(poller.isCmsDown).toBe(true);
    await poller.ensureCurrent();
    expect(polls).toHaveLength(1);
    pass(1000);
    const again = poller.pollNow();
    polls[1]?.answer({ posts: 1 });
    await again;
    expect({ isCmsDown: poller.isCmsDown, back: poller.recoveredAt, reachable }).toEqual({
      isCmsDown: false,
      back: 1_001_000,
      reachable: [false, true],
    });
  });

  it('sends no request once it was stopped', async () => {
    vi.useFakeTimers();
    const { poller, polls } = createPoller();
    poller.start();
    polls[0]?.answer({ posts: 1 });
    await vi.advanceTimersByTimeAsync(499);
    expect(polls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(polls).toHaveLength(2);
    polls[1]?.answer({ posts: 1 });
    poller.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(polls).toHaveLength(2);
    vi.useRealTimers();
  });

  it('counts failed polls in a row, and starts again after a response', async () => {
    const { poller, polls } = createPoller();
    for (const failures of [1, 2]) {
      const poll = poller.pollNow();
      polls.at(-1)?.fail();
      await poll;
      expect(poller.failedPolls).toBe(failures);
    }
    const poll = poller.pollNow();
    polls.at(-1)?.answer({});
    await poll;
    expect(poller.failedPolls).toBe(0);
  });
});

describe('tag versions', () => {
  it.each([
    [{ posts: 1 }, { posts: 1, pages: 2 }, true],
    [{ posts: 1 }, { posts: 2 }, false],
    [{ 'thread:a': -1 }, { posts: 1 }, true],
    [{ 'thread:a': 3 }, { posts: 1 }, false],
    [{}, {}, true],
  ])('%j are the same in %j: %s', (some, all, expected) => {
    expect(hasSameVersions(some, all)).toBe(expected);
  });
});
