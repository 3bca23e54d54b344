import { describe, expect, it } from 'vitest';
import { readDaysAgo, readWrittenDay } from './written-days';

describe('readWrittenDay', () => {
  it.each([
    ['Jul 25', { day: 25, month: 7, year: null }],
    ['July 25, 2024', { day: 25, month: 7, year: 2024 }],
    ['25 Jul', { day: 25, month: 7, year: null }],
    ['3rd September 2023', { day: 3, month: 9, year: 2023 }],
    ['Sept 3', { day: 3, month: 9, year: null }],
    ['2024-02-29', { day: 29, month: 2, year: 2024 }],
    ['Feb 29', { day: 29, month: 2, year: null }],
    ['25/07/2025', { day: 25, month: 7, year: 2025 }],
    ['07/25/2025', { day: 25, month: 7, year: 2025 }],
    ['25.7.25', { day: 25, month: 7, year: 2025 }],
    ['Friday, July 25, 2025', { day: 25, month: 7, year: 2025 }],
    ['Fri 25 Jul 2025, 10:30 AM', { day: 25, month: 7, year: 2025 }],
    ['25. März 2024', { day: 25, month: 3, year: 2024 }],
    ['1er août 2024', { day: 1, month: 8, year: 2024 }],
    ['25 de jul. de 2024', { day: 25, month: 7, year: 2024 }],
    ['25 Gorffennaf 2024', { day: 25, month: 7, year: 2024 }],
  ])('%s', (text, day) => {
    expect(readWrittenDay(text)).toEqual(day);
  });
  it('takes the day to stand before the month, and says that this is a guess', () => {
    expect(readWrittenDay('03/04/2025')).toMatchObject({ day: 3, month: 4, doubt: expect.stringContaining('day') });
    expect(readWrittenDay('04/04/2025')).toEqual({ day: 4, month: 4, year: 2025 });
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
    ['a day ago', '2026-03-29'],
    ['2 weeks ago', '2026-03-16'],
    ['an hour ago', '2026-03-30'],
    ['2 hours ago', '2026-03-29'],
    ['5 min ago', '2026-03-30'],
    ['just now', '2026-03-30'],
  ])('%s', (text, day) => {
    expect(readDaysAgo(text, now)).toBe(day);
  });
  it('is null for anything else', () => {
    for (const text of ['long ago', '99999999 years ago']) expect(readDaysAgo(text, now)).toBeNull();
  });
});
