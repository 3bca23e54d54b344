import { describe, expect, it } from 'vitest';
import { changesAt, looksDifferent, seatsLeft, stateOf } from './state';

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
  ])('with %o is “%s”: who waits comes first', (fullness, state) => {
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

  it('leaves out an opening that is not there', () => {
    expect(changesAt({ ...times, opens: null }, at('2020-01-01'))).toBe(closes);
  });
});

describe('the seats that are left', () => {
  it('are named when three or fewer are left and the workshop is open', () => {
    expect([5, 6, 7, 8, 9].map((taken) => seatsLeft('open', { capacity: 10, taken, waitlisted: 0 }))).toEqual([
      null,
      null,
      3,
      2,
      1,
    ]);
    expect(seatsLeft('closed', { capacity: 10, taken: 9, waitlisted: 0 })).toBeNull();
    expect(seatsLeft('full', { capacity: 10, taken: 10, waitlisted: 0 })).toBeNull();
  });
});

describe('a change of fullness', () => {
  it.each([
    ['another capacity', { capacity: 11, taken: 2, waitlisted: 0 }, true],
    ['one more taken of many', { capacity: 10, taken: 3, waitlisted: 0 }, false],
    ['few left', { capacity: 10, taken: 7, waitlisted: 0 }, true],
    ['somebody who waits', { capacity: 10, taken: 2, waitlisted: 1 }, true],
  ])('shows on the page or not: %s', (_, after, different) => {
    expect(looksDifferent(free, after)).toBe(different);
    expect(looksDifferent(after, free)).toBe(different);
  });

  it('shows between three and two seats, and not when one more waits', () => {
    expect(looksDifferent({ capacity: 10, taken: 7, waitlisted: 0 }, { capacity: 10, taken: 8, waitlisted: 0 })).toBe(
      true,
    );
    expect(looksDifferent({ capacity: 10, taken: 10, waitlisted: 1 }, { capacity: 10, taken: 10, waitlisted: 2 })).toBe(
      false,
    );
  });
});
