import { describe, expect, it } from 'vitest';
import { offeredUntil, pendingUntil } from './deadlines';
import { deletionDay } from './deletion';

const now = new Date('2026-06-01T10:00:00.000Z');
const after = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

describe('a seat that nobody has confirmed', () => {
  it('is held for 24 hours, and never beyond the start of the workshop', () => {
    expect(pendingUntil(now, after(100))).toEqual(after(24));
    expect(pendingUntil(now, after(24))).toEqual(after(24));
    expect(pendingUntil(now, after(5))).toEqual(after(5));
  });
});

describe('a seat that is offered from the waitlist', () => {
  it('is offered for 48 hours, or for half of the time that is left', () => {
    expect(offeredUntil(now, after(200))).toEqual(after(48));
    expect(offeredUntil(now, after(96))).toEqual(after(48));
    expect(offeredUntil(now, after(10))).toEqual(after(5));
  });

  it('is not offered once the workshop has begun', () => {
    expect(offeredUntil(now, now)).toBeNull();
    expect(offeredUntil(now, after(-1))).toBeNull();
    expect(offeredUntil(now, new Date(now.getTime() + 1))).toEqual(now);
  });
});

describe('the data of participants', () => {
  it('are deleted so many days after the day on which the workshop ended, by its own calendar', () => {
    expect(deletionDay('2026-06-13T12:00:00.000Z', 'Europe/London', 90)).toBe('2026-09-11');
    expect(deletionDay('2026-12-31T23:30:00.000Z', 'Pacific/Auckland', 1)).toBe('2027-01-02');
    expect(deletionDay('2026-12-31T23:30:00.000Z', 'Europe/London', 1)).toBe('2027-01-01');
  });
});
