import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime } from './labels';

describe('dates in the admin', () => {
  it('are written as people say them, at the time where the reader is', () => {
    expect(formatDateTime('2026-05-01T08:30:00.000Z', 'Europe/London')).toBe('1 May 2026 at 9:30am');
    expect(formatDateTime('2026-12-01T00:00:00.000Z', 'Europe/London')).toBe('1 December 2026 at midnight');
    expect(formatDateTime('2026-12-01T00:00:00.000Z', 'America/New_York')).toBe('30 November 2026 at 7pm');
    expect(formatDate('2027-01-09')).toBe('9 January 2027');
  });
});
