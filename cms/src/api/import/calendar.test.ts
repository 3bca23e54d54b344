import { describe, expect, it } from 'vitest';
import { dayInLondon, inWords, isoDay } from './calendar';

describe('days', () => {
  it('are those of the calendar and of London', () => {
    expect(isoDay(2025, 7, 25)).toBe('2025-07-25');
    expect(isoDay(2025, 2, 29)).toBeNull();
    expect(dayInLondon(new Date('2025-07-24T23:30:00Z'))).toBe('2025-07-25');
    expect(inWords('2025-07-05')).toBe('5 July 2025');
  });
});
