import { describe, expect, it } from 'vitest';
import { Limits } from './rate-limiter';

const minute = 60_000;
const counting = (off = false) => {
  const clock = { now: 0 };
  return { clock, limits: new Limits({ now: () => clock.now, off }) };
};
const times = (count: number, act: () => number) => Array.from({ length: count }, act);

describe('limits of one network', () => {
  it('let three comments through in a minute', () => {
    const { clock, limits } = counting();
    expect(times(4, () => limits.take('comment', 'a'))).toEqual([0, 0, 0, 60]);
    clock.now = 50_000;
    expect([limits.take('comment', 'a'), limits.take('comment', 'b')]).toEqual([10, 0]);
    clock.now = minute;
    expect(limits.take('comment', 'a')).toBe(0);
  });

  it('let eight comments through in an hour; what was refused does not count', () => {
    const { clock, limits } = counting();
    const sent: number[] = [];
    for (clock.now = 0; clock.now < 5 * minute; clock.now += minute)
      sent.push(...times(6, () => limits.take('comment', 'a')));
    expect(sent.filter((wait) => wait === 0)).toHaveLength(8);
    expect(limits.take('comment', 'a')).toBe(55 * 60);
    clock.now = 60 * minute;
    expect(limits.take('comment', 'a')).toBe(0);
  });

  it('let five registrations through in ten minutes, and twelve in an hour', () => {
    const { clock, limits } = counting();
    expect(times(6, () => limits.take('registration', 'a'))).toEqual([0, 0, 0, 0, 0, 600]);
    clock.now = 10 * minute;
    expect(times(5, () => limits.take('registration', 'a'))).toEqual([0, 0, 0, 0, 0]);
    clock.now = 20 * minute;
    expect(times(3, () => limits.take('registration', 'a'))).toEqual([0, 0, 40 * 60]);
  });

  it.each([
    ['report', 10],
    ['code', 10],
    ['other', 60],
  ] as const)('count %s by themselves: %i an hour', (act, most) => {
    const { limits } = counting();
    expect(times(most + 1, () => limits.take(act, 'a')).filter((wait) => wait === 0)).toHaveLength(most);
    expect(limits.take('comment', 'a')).toBe(0);
  });

  it('forget everybody after an hour', () => {
    const { clock, limits } = counting();
    for (let n = 0; n < 50; n += 1) limits.take('comment', `network ${n}`);
    expect(limits.size).toBe(100);
    clock.now = minute;
    limits.forget();
    expect(limits.size).toBe(50);
    clock.now = 60 * minute;
    limits.forget();
    expect(limits.size).toBe(0);
  });

  it('stay within bounds however many networks come', () => {
    const { limits } = counting();
    for (let n = 0; n < 25_000; n += 1) limits.take('report', `network ${n}`);
    expect(limits.size).toBe(20_000);
  });

  it('can be off, for measuring', () => {
    const { limits } = counting(true);
    expect(new Set(times(100, () => limits.take('comment', 'a')))).toEqual(new Set([0]));
  });
});
