import { dayWords, hoursWords } from 'shared';
import { describe, expect, it } from 'vitest';
import { daysInWords } from './words';

describe('the days of a workshop', () => {
  it.each([
    ['2026-06-13T09:00:00Z', '2026-06-13T09:00:00Z', 'Europe/London', 'Saturday 13 June 2026'],
    ['2026-06-13T09:00:00Z', '2026-06-13T13:00:00Z', 'Europe/London', 'Saturday 13 June 2026'],
    ['2026-06-13T09:00:00Z', '2026-06-14T09:00:00Z', 'Europe/London', 'Saturday 13 to Sunday 14 June 2026'],
    ['2026-06-13T09:00:00Z', '2026-07-11T09:00:00Z', 'Europe/London', 'Saturday 13 June to Saturday 11 July 2026'],
    [
      '2026-12-19T10:00:00Z',
      '2027-01-09T10:00:00Z',
      'Europe/London',
      'Saturday 19 December 2026 to Saturday 9 January 2027',
    ],
    [
      '2026-01-10T10:00:00Z',
      '2027-01-09T10:00:00Z',
      'Europe/London',
      'Saturday 10 January 2026 to Saturday 9 January 2027',
    ],
    ['2026-03-28T10:00:00Z', '2026-03-29T09:00:00Z', 'Europe/London', 'Saturday 28 to Sunday 29 March 2026'],
  ])('%s to %s in %s: %s', (from, to, zone, words) => {
    expect(daysInWords(from, to, zone)).toBe(words);
  });

  it('are those of its zone', () => {
    expect(dayWords('2026-06-12T22:30:00Z', 'Pacific/Auckland')).toBe('Saturday 13 June 2026');
    expect(dayWords('2026-06-13T02:00:00Z', 'America/New_York')).toBe('Friday 12 June 2026');
    expect(daysInWords('2026-06-12T22:30:00Z', '2026-06-13T10:00:00Z', 'Pacific/Auckland')).toBe(
      'Saturday 13 June 2026',
    );
  });
});

describe('hours', () => {
  it.each([
    [3, '3 hours'],
    [1, '1 hour'],
    [1.5, '1½ hours'],
    [0.5, '½ hour'],
    [0.75, '¾ hour'],
    [2.25, '2¼ hours'],
    [1.2, '1.2 hours'],
    [12, '12 hours'],
  ])('%d: %s', (hours, words) => {
    expect(hoursWords(hours)).toBe(words);
  });
});
