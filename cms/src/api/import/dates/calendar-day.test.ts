import { describe, expect, it } from 'vitest';
import { dayInLondon, inWords, isoDay, readDaysAgo, readWrittenDay } from './calendar-day';

describe('readWrittenDay', () => {
  it.each([
    ['Jul 25', { day: 25, month: 7, year: null }],
    ['July 25, 2024', { day: 25, month: 7, year: 2024 }],
    ['25 Jul', { day: 25, month: 7, year: null }],
    ['3rd September 2023', { day: 3, month: 9, year: 2023 }],
    ['Sept 3', { day: 3, month: 9, year: null }],
    ['2024-02-29', { day: 29, month: 2, year: 2024 }],
    ['Feb 29', { day: 29, month: 2, year: null }],
  ])('%s', (text, day) => {
    expect(readWrittenDay(text)).toEqual(day);
  });
  it.each(['Jul 32', 'Feb 29, 2023', 'July', 'Marching 25', '25', 'Jul 25 and then', ''])('is no day: %s', (text) => {
    expect(readWrittenDay(text)).toBeNull();
  });
});

describe('readDaysAgo', () => {
  const now = new Date('2026-03-30T00:30:00Z'); // half past one in the morning in London, where summer time began the day before
  it.each([
    ['3 days ago', '2026-03-27'],
    ['Yesterday', '2026-03-29'],
    ['2 hours ago', '2026-03-29'],
    ['5 min ago', '2026-03-30'],
    ['just now', '2026-03-30'],
  ])('%s', (text, day) => {
    expect(readDaysAgo(text, now)).toBe(day);
  });
  it('is null for anything else', () => {
    expect(readDaysAgo('long ago', now)).toBeNull();
  });
});

describe('days', () => {
  it('are those of the calendar and of London', () => {
    expect(isoDay(2025, 7, 25)).toBe('2025-07-25');
    expect(isoDay(2025, 2, 29)).toBeNull();
    expect(dayInLondon(new Date('2025-07-24T23:30:00Z'))).toBe('2025-07-25');
    expect(inWords('2025-07-05')).toBe('5 July 2025');
  });
});
