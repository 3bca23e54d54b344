import { describe, expect, it } from 'vitest';
import { Flights, within } from './single-flight';

describe('flights', () => {
  it('are shared by those who ask for the same page of the same content', async () => {
    const flights = new Flights<number>(
      () => 0,
      () => 1,
    );
    let begun = 0;
    const begin = () => Promise.resolve((begun += 1));
    const landed = await Promise.all([
      flights.join('/', begin),
      flights.join('/', begin),
      flights.join('/blog', begin),
    ]);
    expect(landed).toEqual([1, 1, 2]);
    expect(flights.size).toBe(0);
  });

  it('are not joined once the content has moved: all who come then share the next one, which begins after this one', async () => {
    let generation = 1;
    const flights = new Flights<string>(
      () => 0,
      () => generation,
    );
    const landings: ((words: string) => void)[] = [];
    const begin = () => new Promise<string>((resolve) => landings.push(resolve));
    const first = flights.join('/', begin);
    generation = 2;
    const second = flights.join('/', begin);
    generation = 3;
    const third = flights.join('/', begin);
    expect(landings).toHaveLength(1);
    landings[0]?.('of the first');
    expect(await first).toBe('of the first');
    await Promise.resolve();
    expect(landings).toHaveLength(2);
    const fourth = flights.join('/', begin);
    landings[1]?.('of the third');
    expect(await Promise.all([second, third, fourth])).toEqual(['of the third', 'of the third', 'of the third']);
    expect(flights.size).toBe(0);
  });

  it('follow one that failed', async () => {
    let generation = 1;
    const flights = new Flights<string>(
      () => 0,
      () => generation,
    );
    const failing = flights.join('/', () => Promise.reject(new Error('broken')));
    generation = 2;
    const next = flights.join('/', () => Promise.resolve('whole'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('whole');
  });

  it('are given up when they take too long', async () => {
    let time = 0;
    const flights = new Flights<string>(
      () => time,
      () => 1,
    );
    void flights.join('/', () => new Promise<string>(() => undefined));
    time = 11_000;
    expect(await flights.join('/', () => Promise.resolve('second'))).toBe('second');
  });

  it('are waited for as long as the reader has patience', async () => {
    expect(await within(new Promise(() => undefined), 10)).toBeUndefined();
    expect(await within(Promise.resolve('in time'), 1000)).toBe('in time');
    await expect(within(Promise.reject(new Error('broken')), 1000)).rejects.toThrow('broken');
  });
});
