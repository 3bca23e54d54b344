import { describe, expect, it } from 'vitest';
import { changesAt, deletionDay, dueReminders, offeredUntil, pendingUntil, stateOf } from './schedule';

const hour = 3_600_000;
const opens = '2026-05-01T08:00:00.000Z';
const closes = '2026-06-12T17:00:00.000Z';
const starts = '2026-06-13T09:00:00.000Z';
const ends = '2026-06-13T12:00:00.000Z';
const times = { sessions: [{ starts, ends }] as const, starts, ends, opens, closes };
const free = { capacity: 10, taken: 2, waitlisted: 0 };
/** A millisecond before an instant. */
const justBefore = (instant: string): Date => new Date(Date.parse(instant) - 1);
const at = (instant: string): Date => new Date(instant);

describe('the state of a workshop', () => {
  it.each([
    ['not yet open', justBefore(opens)],
    ['open', at(opens)],
    ['open', justBefore(closes)],
    ['closed', at(closes)],
    ['closed', justBefore(starts)],
    ['under way', at(starts)],
    ['under way', justBefore(ends)],
    ['past', at(ends)],
  ])('is “%s” at %s', (state, now) => {
    expect(stateOf(times, free, false, now)).toBe(state);
    expect(stateOf(times, free, true, now)).toBe('cancelled');
  });

  it('is open from the beginning when registration has no opening day', () => {
    expect(stateOf({ ...times, opens: null }, free, false, at('2020-01-01'))).toBe('open');
  });

  it.each([
    [{ capacity: 10, taken: 9, waitlisted: 0 }, 'open'],
    [{ capacity: 10, taken: 10, waitlisted: 0 }, 'full'],
    [{ capacity: 10, taken: 11, waitlisted: 0 }, 'full'],
    [{ capacity: 10, taken: 9, waitlisted: 1 }, 'full'],
  ])('with %o is “%s”, because the waitlist comes first', (fullness, state) => {
    expect(stateOf(times, fullness, false, at(opens))).toBe(state);
  });
});

describe('the next change of state by the clock', () => {
  it.each([
    [justBefore(opens), opens],
    [at(opens), closes],
    [at(closes), starts],
    [at(starts), ends],
    [at(ends), null],
  ])('after %s comes at %s', (now, next) => {
    expect(changesAt(times, now)).toBe(next);
  });

  it('is the closing time without an opening time', () => {
    expect(changesAt({ ...times, opens: null }, at('2020-01-01'))).toBe(closes);
  });
});

const now = new Date('2026-06-01T10:00:00.000Z');
const after = (hours: number): Date => new Date(now.getTime() + hours * hour);

describe('a pending seat', () => {
  it('is reserved for 24 hours, and never beyond the start of the workshop', () => {
    expect(pendingUntil(now, after(100))).toEqual(after(24));
    expect(pendingUntil(now, after(24))).toEqual(after(24));
    expect(pendingUntil(now, after(5))).toEqual(after(5));
  });
});

describe('an offer to the waitlist', () => {
  it('lasts 48 hours, or half of the time that is left', () => {
    expect(offeredUntil(now, after(200))).toEqual(after(48));
    expect(offeredUntil(now, after(96))).toEqual(after(48));
    expect(offeredUntil(now, after(10))).toEqual(after(5));
  });

  it('is not made once the workshop has begun', () => {
    expect(offeredUntil(now, now)).toBeNull();
    expect(offeredUntil(now, after(-1))).toBeNull();
    expect(offeredUntil(now, new Date(now.getTime() + 1))).toEqual(now);
  });
});

describe('deletionDay', () => {
  it('counts days from the end of the workshop in its own time zone', () => {
    expect(deletionDay('2026-06-13T12:00:00.000Z', 'Europe/London', 90)).toBe('2026-09-11');
    expect(deletionDay('2026-12-31T23:30:00.000Z', 'Pacific/Auckland', 1)).toBe('2027-01-02');
    expect(deletionDay('2026-12-31T23:30:00.000Z', 'Europe/London', 1)).toBe('2027-01-01');
  });
});

const firstSession = new Date('2026-06-20T09:00:00.000Z');
const secondSession = new Date('2026-06-27T09:00:00.000Z');
const before = (start: Date, hours: number): Date => new Date(start.getTime() - hours * hour);
const longAgo = new Date('2026-01-01T00:00:00.000Z');
const kindsAt = (now: Date, placeGiven = longAgo): string[] =>
  dueReminders([firstSession, secondSession], placeGiven, now).map(({ kind, session }) => `${kind} ${session}`);

describe('reminders', () => {
  it('are due a week before the first session, until two days before it', () => {
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

  it('are left out for participants confirmed less than half a day before they would have been due', () => {
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
