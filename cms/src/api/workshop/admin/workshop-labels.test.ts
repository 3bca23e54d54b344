import { describe, expect, it } from 'vitest';
import { startsLabel } from './workshop-labels';

describe('when a workshop begins', () => {
  it('is what the clock there shows, before and after the clocks change', () => {
    const inLondon = (starts: string): string => startsLabel({ starts, timeZone: 'Europe/London' }, 'Europe/Dublin');
    expect(inLondon('2026-06-13T09:00:00.000Z')).toBe('Saturday 13 June 2026 at 10am');
    expect(inLondon('2026-10-25T10:00:00.000Z')).toBe('Sunday 25 October 2026 at 10am');
  });

  it('names the zone for whoever is elsewhere', () => {
    expect(startsLabel({ starts: '2026-12-31T20:00:00.000Z', timeZone: 'Asia/Tokyo' }, 'Europe/London')).toBe(
      'Friday 1 January 2027 at 5am, Japan Standard Time (UTC+9)',
    );
    expect(startsLabel({ starts: '2026-06-13T09:00:00.000Z', timeZone: 'Europe/London' }, 'Etc/UTC')).toBe(
      'Saturday 13 June 2026 at 10am, UK time (BST)',
    );
  });
});
