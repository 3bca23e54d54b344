import { describe, expect, it } from 'vitest';
import { dueReminders } from './reminders';

const hour = 3_600_000;
const first = new Date('2026-06-20T09:00:00.000Z');
const second = new Date('2026-06-27T09:00:00.000Z');
const before = (start: Date, hours: number): Date => new Date(start.getTime() - hours * hour);
const longAgo = new Date('2026-01-01T00:00:00.000Z');
const kindsAt = (now: Date, placeGiven = longAgo): string[] =>
  dueReminders([first, second], placeGiven, now).map(({ kind, session }) => `${kind} ${session}`);

describe('reminders of a workshop', () => {
  it('are due a week before the first session, until two days before it', () => {
    expect(kindsAt(new Date(before(first, 7 * 24).getTime() - 1))).toEqual([]);
    expect(dueReminders([first, second], longAgo, before(first, 7 * 24))).toEqual([
      { kind: 'reminder-week', session: 0, until: before(first, 48) },
    ]);
    expect(kindsAt(new Date(before(first, 48).getTime() - 1))).toEqual(['reminder-week 0']);
    expect(kindsAt(before(first, 48))).toEqual([]);
  });

  it('are due a day before each session, until it starts', () => {
    expect(kindsAt(new Date(before(first, 24).getTime() - 1))).toEqual([]);
    expect(dueReminders([first, second], longAgo, before(first, 24))).toEqual([
      { kind: 'reminder-day', session: 0, until: first },
    ]);
    expect(kindsAt(new Date(first.getTime() - 1))).toEqual(['reminder-day 0']);
    expect(kindsAt(first)).toEqual([]);
    expect(kindsAt(before(second, 24))).toEqual(['reminder-day 1']);
    expect(kindsAt(before(second, 5 * 24))).toEqual([]);
  });

  it('are left out for whoever got the seat less than half a day before they would have been due', () => {
    expect(kindsAt(before(first, 20), before(first, 36))).toEqual([]);
    expect(kindsAt(before(first, 20), new Date(before(first, 36).getTime() - 1))).toEqual(['reminder-day 0']);
    expect(kindsAt(before(first, 6 * 24), before(first, 7.5 * 24))).toEqual([]);
    expect(kindsAt(before(first, 6 * 24), new Date(before(first, 7.5 * 24).getTime() - 1))).toEqual([
      'reminder-week 0',
    ]);
  });
});
