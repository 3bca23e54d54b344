import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPoller } from './delivery';

const long = 60_000;
const nobody = (): void => undefined;

describe('createPoller', () => {
  afterEach(() => vi.useRealTimers());

  it('runs a round when it starts and when it is woken', async () => {
    const round = vi.fn(async () => undefined);
    const rounds = createPoller(round, long, nobody);
    rounds.wake();
    expect(round).not.toHaveBeenCalled();
    rounds.start();
    await pause(1);
    rounds.wake();
    await rounds.stop();
    expect(round).toHaveBeenCalledTimes(2);
  });

  it('runs one round at a time, and one more for any number of wakes meanwhile', async () => {
    let underWay = 0;
    let max = 0;
    const round = vi.fn(async () => {
      max = Math.max(max, (underWay += 1));
      await pause(20);
      underWay -= 1;
    });
    const rounds = createPoller(round, long, nobody);
    rounds.start();
    await pause(5);
    for (let i = 0; i < 10; i += 1) rounds.wake();
    await pause(80);
    await rounds.stop();
    expect(max).toBe(1);
    expect(round).toHaveBeenCalledTimes(2);
  });

  it('continues after a failed round', async () => {
    vi.useFakeTimers();
    const failed = vi.fn();
    const round = vi.fn(async () => Promise.reject(new Error('database away')));
    const rounds = createPoller(round, 5_000, failed);
    rounds.start();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(round).toHaveBeenCalledTimes(3);
    expect(failed).toHaveBeenCalledTimes(3);
    await rounds.stop();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(round).toHaveBeenCalledTimes(3);
  });

  it('waits for the round in progress when it stops', async () => {
    let over = false;
    const rounds = createPoller(
      async () => {
        await pause(30);
        over = true;
      },
      long,
      nobody,
    );
    rounds.start();
    await rounds.stop();
    expect(over).toBe(true);
  });
});
