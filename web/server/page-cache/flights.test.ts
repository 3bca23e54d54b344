import { describe, expect, it } from 'vitest';
import { Flights, within } from './flights';

describe('flights', () => {
  it('are shared by those who ask for the same page of the same content', async () => {
    const flights = new Flights<number>(() => 0);
    let begun = 0;
    const begin = () => Promise.resolve((begun += 1));
    const landed = await Promise.all([flights.join('/', 1, begin), flights.join('/', 1, begin), flights.join('/blog', 1, begin)]);
    expect(landed).toEqual([1, 1, 2]);
    expect(flights.size).toBe(0);
  });

  it('are not joined once the content has moved', async () => {
    const flights = new Flights<number>(() => 0);
    let begun = 0;
    const begin = () => Promise.resolve((begun += 1));
    expect(await Promise.all([flights.join('/', 1, begin), flights.join('/', 2, begin), flights.join('/', 2, begin)])).toEqual([1, 2, 2]);
  });

  it('are given up when they take too long', async () => {
    let time = 0;
    const flights = new Flights<string>(() => time);
    void flights.join('/', 1, () => new Promise<string>(() => undefined));
    time = 11_000;
    expect(await flights.join('/', 1, () => Promise.resolve('second'))).toBe('second');
  });

  it('are waited for as long as the reader has patience', async () => {
    expect(await within(new Promise(() => undefined), 10)).toBeUndefined();
    expect(await within(Promise.resolve('in time'), 1000)).toBe('in time');
    await expect(within(Promise.reject(new Error('broken')), 1000)).rejects.toThrow('broken');
  });
});
