import { describe, expect, it } from 'vitest';
import { laterDay, weekdayFrom } from './seed-workshops';

describe('days of demo workshops', () => {
  it('are the weekday that was asked for, ahead or behind', () => {
    const monday = new Date('2026-11-23T15:00:00.000Z');
    expect(weekdayFrom(monday, { days: 0, weekday: 1 })).toBe('2026-11-23');
    expect(weekdayFrom(monday, { days: 1, weekday: 1 })).toBe('2026-11-30');
    expect(weekdayFrom(monday, { days: 33, weekday: 6 })).toBe('2026-12-26');
    expect(weekdayFrom(monday, { days: -38, weekday: 6 })).toBe('2026-10-17');
    expect(laterDay('2026-12-29', 7)).toBe('2027-01-05');
  });
});
