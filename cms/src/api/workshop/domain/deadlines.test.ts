import { describe, expect, it } from 'vitest';
import { deletionDay, dueReminders, offeredUntil, pendingUntil } from './deadlines';

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

const hour = 3_600_000;
const firstSession = new Date('2026-06-20T09:00:00.000Z');
const secondSession = new Date('2026-06-27T09:00:00.000Z');
const before = (start: Date, hours: number): Date => new Date(start.getTime() - hours * hour);
const longAgo = new Date('2026-01-01T00:00:00.000Z');
const kindsAt = (now: Date, placeGiven = longAgo): string[] =>
  dueReminders([firstSession, secondSession], placeGiven, now).map(({ kind, session }) => `${kind} ${session}`);

describe('reminders of a workshop', () => {
  it('are due a week before the firstSession session, until two days before it', () => {
    expect(kindsAt(new Date(before(firstSession, 7 * 24).getTime() - 1))).toEqual([]);
    expect(dueReminders([firstSession, secondSession], longAgo, before(firstSession, 7 * 24))).toEqual([
      { kind: 'weekReminder', session: 0, until: before(firstSession, 48) },
    ]);
    expect(kindsAt(new Date(before(firstSession, 48).getTime() - 1))).toEqual(['weekReminder 0']);
    expect(kindsAt(before(firstSession, 48))).toEqual([]);
  });

  it('are due a day before each session, until it starts', () => {
    expect(kindsAt(new Date(before(firstSession, 24).getTime() - 1))).toEqual([]);
    expect(dueReminders([firstSession, secondSession], longAgo, before(firstSession, 24))).toEqual([
      { kind: 'dayReminder', session: 0, until: firstSession },
    ]);
    expect(kindsAt(new Date(firstSession.getTime() - 1))).toEqual(['dayReminder 0']);
    expect(kindsAt(firstSession)).toEqual([]);
    expect(kindsAt(before(secondSession, 24))).toEqual(['dayReminder 1']);
    expect(kindsAt(before(secondSession, 5 * 24))).toEqual([]);
  });

  it('are left out for whoever got the seat less than half a day before they would have been due', () => {
    expect(kindsAt(before(firstSession, 20), before(firstSession, 36))).toEqual([]);
    expect(kindsAt(before(firstSession, 20), new Date(before(firstSession, 36).getTime() - 1))).toEqual([
      'dayReminder 0',
    ]);
    expect(kindsAt(before(firstSession, 6 * 24), before(firstSession, 7.5 * 24))).toEqual([]);
    expect(kindsAt(before(firstSession, 6 * 24), new Date(before(firstSession, 7.5 * 24).getTime() - 1))).toEqual([
      'weekReminder 0',
    ]);
  });
});
