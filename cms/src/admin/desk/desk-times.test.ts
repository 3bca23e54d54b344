import { describe, expect, it } from 'vitest';
import { momentInZone } from './desk-times';

describe('a moment in the zone of a workshop', () => {
  it('is what the clock there shows, before and after the clocks change', () => {
    expect(momentInZone('2026-06-13T09:00:00.000Z', 'Europe/London')).toBe('Saturday 13 June 2026 at 10:00');
    expect(momentInZone('2026-10-25T10:00:00.000Z', 'Europe/London')).toBe('Sunday 25 October 2026 at 10:00');
    expect(momentInZone('2026-12-31T20:00:00.000Z', 'Asia/Tokyo')).toBe('Friday 1 January 2027 at 05:00');
    expect(momentInZone('2026-12-31T00:00:00.000Z', 'Etc/UTC')).toBe('Thursday 31 December 2026 at 00:00');
  });
});
