import { describe, expect, it } from 'vitest';
import { SingleFlight, withTimeout } from './single-flight';

describe('single flight', () => {
  it('shares one call among requests for the same page of the same content', async () => {
    const flights = new SingleFlight<number>(
      () => 0,
      () => 1,
    );
    let started = 0;
    const call = () => Promise.resolve((started += 1));
    const results = await Promise.all([flights.run('/', call), flights.run('/', call), flights.run('/blog', call)]);
    expect(results).toEqual([1, 1, 2]);
    expect(flights.size).toBe(0);
  });

  it('does not join a call that started before a change: later requests share the next one, which starts after it', async () => {
    let epoch = 1;
    const flights = new SingleFlight<string>(
      () => 0,
      () => epoch,
    );
    const calls: ((words: string) => void)[] = [];
    const call = () => new Promise<string>((resolve) => calls.push(resolve));
    const first = flights.run('/', call);
    epoch = 2;
    const second = flights.run('/', call);
    epoch = 3;
    const third = flights.run('/', call);
    expect(calls).toHaveLength(1);
    calls[0]?.('of the first');
    expect(await first).toBe('of the first');
    await Promise.resolve();
    expect(calls).toHaveLength(2);
    const fourth = flights.run('/', call);
    calls[1]?.('of the third');
    expect(await Promise.all([second, third, fourth])).toEqual(['of the third', 'of the third', 'of the third']);
    expect(flights.size).toBe(0);
  });

  it('starts the next call after one that failed', async () => {
    let epoch = 1;
    const flights = new SingleFlight<string>(
      () => 0,
      () => epoch,
    );
    const failing = flights.run('/', () => Promise.reject(new Error('broken')));
    epoch = 2;
    const next = flights.run('/', () => Promise.resolve('whole'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('whole');
  });

  it('no longer joins a call that takes too long', async () => {
    let time = 0;
    const flights = new SingleFlight<string>(
      () => time,
      () => 1,
    );
    void flights.run('/', () => new Promise<string>(() => undefined));
    time = 11_000;
    expect(await flights.run('/', () => Promise.resolve('second'))).toBe('second');
  });

  it('can be waited for with a timeout', async () => {
    expect(await withTimeout(new Promise(() => undefined), 10)).toBeUndefined();
    expect(await withTimeout(Promise.resolve('in time'), 1000)).toBe('in time');
    await expect(withTimeout(Promise.reject(new Error('broken')), 1000)).rejects.toThrow('broken');
  });
});
