import { describe, expect, it } from 'vitest';
import { looksDifferent, seatsLeft } from './fullness';

const free = { capacity: 10, taken: 2, waitlisted: 0 };

describe('seatsLeft', () => {
  it('is a number when three or fewer seats are left and the workshop is open', () => {
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

describe('looksDifferent', () => {
  it.each([
    ['another capacity', { capacity: 11, taken: 2, waitlisted: 0 }, true],
    ['one more taken of many', { capacity: 10, taken: 3, waitlisted: 0 }, false],
    ['few left', { capacity: 10, taken: 7, waitlisted: 0 }, true],
    ['somebody on the waitlist', { capacity: 10, taken: 2, waitlisted: 1 }, true],
  ])('tells whether the page changes: %s', (_, after, different) => {
    expect(looksDifferent(free, after)).toBe(different);
    expect(looksDifferent(after, free)).toBe(different);
  });

  it('tells three seats from two, but not one waitlisted participant from two', () => {
    expect(looksDifferent({ capacity: 10, taken: 7, waitlisted: 0 }, { capacity: 10, taken: 8, waitlisted: 0 })).toBe(
      true,
    );
    expect(looksDifferent({ capacity: 10, taken: 10, waitlisted: 1 }, { capacity: 10, taken: 10, waitlisted: 2 })).toBe(
      false,
    );
  });
});
