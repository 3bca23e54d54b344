import { describe, expect, it } from 'vitest';
import { type Numbers, Watcher } from './version-watcher';

function watched() {
  let time = 1_000_000;
  const asked: { began: number; answer: (numbers: Numbers) => void; fail: () => void }[] = [];
  const reachable: boolean[] = [];
  const watcher = new Watcher({
    now: () => time,
    onChange: (state) => reachable.push(state),
    ask: () =>
      new Promise<Numbers>((resolve, reject) => {
        asked.push({
          began: time,
          answer: resolve,
          fail: () => {
            reject(new Error('away'));
          },
        });
      }),
  });
  return {
    watcher,
    asked,
    reachable,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('watcher', () => {
  it('knows what was committed before its ask began, not before it was answered', async () => {
    const { watcher, asked, pass } = watched();
    const learnt = watcher.learn();
    pass(600);
    asked[0]?.answer({ posts: 1 });
    await learnt;
    expect(watcher.known).toBe(true);
    pass(401);
    expect(watcher.known).toBe(false);
  });

  it('counts a generation whenever a number moves, up or down, and none when all are the same', async () => {
    const { watcher, asked } = watched();
    for (const [n, generation] of [
      [5, 1],
      [5, 1],
      [6, 2],
      [3, 3],
    ] as const) {
      const heard = watcher.askNow();
      asked.at(-1)?.answer({ posts: n });
      await heard;
      expect(watcher.generation).toBe(generation);
    }
  });

  it('asks once for all who wait', async () => {
    const { watcher, asked } = watched();
    const waiting = [watcher.learn(), watcher.learn(), watcher.learn()];
    asked[0]?.answer({ posts: 1 });
    await Promise.all(waiting);
    expect(asked).toHaveLength(1);
  });

  it('asks again when an ask took so long that its answer is old', async () => {
    const { watcher, asked, pass } = watched();
    const learnt = watcher.learn();
    pass(5000);
    asked[0]?.answer({ posts: 1 });
    await settled();
    expect(asked).toHaveLength(2);
    asked[1]?.answer({ posts: 2 });
    await learnt;
    expect(watcher.numbers).toEqual({ posts: 2 });
  });

  it('asks once more when told of a change while an ask is under way', async () => {
    const { watcher, asked } = watched();
    void watcher.askNow();
    void watcher.askNow();
    asked[0]?.answer({ posts: 1 });
    await settled();
    expect(asked).toHaveLength(2);
    asked[1]?.answer({ posts: 2 });
    await settled();
    expect(watcher.numbers).toEqual({ posts: 2 });
  });

  it('lets nobody wait for a CMS that did not answer, and says when it is lost and found', async () => {
    const { watcher, asked, reachable, pass } = watched();
    const learnt = watcher.learn();
    asked[0]?.fail();
    await learnt;
    expect(watcher.away).toBe(true);
    await watcher.learn();
    expect(asked).toHaveLength(1);
    pass(1000);
    const again = watcher.askNow();
    asked[1]?.answer({ posts: 1 });
    await again;
    expect({ away: watcher.away, back: watcher.backAt, reachable }).toEqual({
      away: false,
      back: 1_001_000,
      reachable: [false, true],
    });
  });
});
