import { describe, expect, it } from 'vitest';
import { calendarDay, longDate } from './dates';

describe('dates as readers see them', () => {
  it.each([
    { instant: '2026-03-12T09:00:00.000Z', long: '12 March 2026', day: '2026-03-12' },
    { instant: '2026-06-30T23:30:00.000Z', long: '1 July 2026', day: '2026-07-01' },
    { instant: '2026-12-31T23:30:00.000Z', long: '31 December 2026', day: '2026-12-31' },
    { instant: '2026-11-22', long: '22 November 2026', day: '2026-11-22' },
  ])('$instant is $long in London', ({ instant, long, day }) => {
    expect(longDate(instant)).toBe(long);
    expect(calendarDay(instant)).toBe(day);
  });
});
