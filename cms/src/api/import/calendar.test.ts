import { describe, expect, it } from 'vitest';
import { dayInLondon, instantOn, inWords, isoDay } from './calendar';

describe('days', () => {
  it('are those of the calendar and of London', () => {
    expect(isoDay(2025, 7, 25)).toBe('2025-07-25');
    expect(isoDay(2025, 2, 29)).toBeNull();
    expect(dayInLondon(new Date('2025-07-24T23:30:00Z'))).toBe('2025-07-25');
    expect(inWords('2025-07-05')).toBe('5 July 2025');
  });
});

const later = new Date('2026-11-26T10:00:00.000Z');

describe('the instant of an imported post', () => {
  it.each([
    ['2025-07-25', 'Europe/London', '2025-07-25T12:00:00.000Z'],
    ['2025-07-25', 'America/Los_Angeles', '2025-07-25T12:00:00.000Z'],
    ['2025-07-25', 'Australia/Sydney', '2025-07-25T12:00:00.000Z'],
    // There it is midnight when it is noon in UTC.
    ['2025-07-25', 'Pacific/Auckland', '2025-07-25T06:00:00.000Z'],
    ['2025-01-25', 'Pacific/Auckland', '2025-01-25T06:00:00.000Z'],
  ])('of %s is on the same day in %s', (day, timeZone, instant) => {
    expect(instantOn(day, timeZone, later)).toBe(instant);
    expect(new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant))).toBe(day);
  });

  it('is not in the future for a post of today', () => {
    expect(instantOn('2026-11-26', 'Europe/London', later)).toBe('2026-11-26T10:00:00.000Z');
    expect(instantOn('2026-11-26', 'Europe/London', new Date('2026-11-26T13:00:00.000Z'))).toBe(
      '2026-11-26T12:00:00.000Z',
    );
  });
});
