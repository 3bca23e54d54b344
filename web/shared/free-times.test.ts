import { describe, expect, it } from 'vitest';
import { freeDays, nearestStarts, shortMomentWords, startWords } from './free-times';

const london = 'Europe/London';
/** Starts every half an hour from nine, so many on each of some days of December 2026. */
const starts = (perDay: number, days: readonly number[]): string[] =>
  days.flatMap((day) =>
    Array.from({ length: perDay }, (_, n) => new Date(Date.UTC(2026, 11, day, 9, n * 30)).toISOString()),
  );
const daysOf = (page: ReturnType<typeof freeDays>) => page.days.map(({ day }) => day.slice(-2));

describe('free times', () => {
  const free = starts(2, [1, 2, 3, 8, 9, 10, 14]);

  it('are shown five days at a time, without days that have none', () => {
    const first = freeDays(free, london, '');
    expect(daysOf(first)).toEqual(['01', '02', '03', '08', '09']);
    expect([first.earlier, first.later]).toEqual([null, '2026-12-10']);
    const second = freeDays(free, london, '2026-12-10');
    expect(daysOf(second)).toEqual(['10', '14']);
    expect([second.earlier, second.later]).toEqual(['2026-12-01', null]);
  });

  it('are on the same page whichever of its days a link names, and on the last for any later day', () => {
    expect(daysOf(freeDays(free, london, '2026-12-05'))).toEqual(daysOf(freeDays(free, london, '')));
    expect(daysOf(freeDays(free, london, '2026-12-11'))).toEqual(['10', '14']);
    expect(daysOf(freeDays(free, london, '2099-01-01'))).toEqual(['10', '14']);
    expect(daysOf(freeDays(free, london, '2001-01-01'))).toEqual(daysOf(freeDays(free, london, '')));
  });

  it('are fewer days at a time where a day has many, but always one', () => {
    expect(daysOf(freeDays(starts(12, [1, 2, 3]), london, ''))).toEqual(['01', '02']);
    expect(daysOf(freeDays(starts(29, [1, 2]), 'Etc/UTC', ''))).toEqual(['01']);
  });

  it('may be none', () => {
    expect(freeDays([], london, '2026-12-01')).toEqual({ days: [], earlier: null, later: null });
  });

  it('are on the days of the reader’s zone', () => {
    const evening = ['2026-12-01T18:00:00.000Z', '2026-12-01T10:00:00.000Z'].toSorted();
    expect(freeDays(evening, 'Pacific/Auckland', '').days).toEqual([
      { day: '2026-12-01', starts: ['2026-12-01T10:00:00.000Z'] },
      { day: '2026-12-02', starts: ['2026-12-01T18:00:00.000Z'] },
    ]);
  });

  it('have their zone where the clock shows one of them twice', () => {
    const twice = ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'];
    const day = { day: '2027-10-31', starts: twice };
    expect(twice.map((start) => startWords(start, day, london))).toEqual([
      '1:30am, UK time (BST)',
      '1:30am, UK time (GMT)',
    ]);
    expect(startWords('2026-12-01T12:00:00.000Z', { day: '', starts: ['2026-12-01T12:00:00.000Z'] }, london)).toBe(
      'midday',
    );
  });

  it('near a lost one are offered soonest first', () => {
    expect(nearestStarts(free, '2026-12-03T10:00:00.000Z', 3)).toEqual([
      '2026-12-02T09:30:00.000Z',
      '2026-12-03T09:00:00.000Z',
      '2026-12-03T09:30:00.000Z',
    ]);
    expect(shortMomentWords('2026-12-03T09:30:00.000Z', london)).toBe('Thursday 3 December at 9:30am');
  });
});
