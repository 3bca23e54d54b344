import { expect, it } from 'vitest';
import { readerDay } from './reader-day';

const now = new Date(2026, 10, 27, 18, 0).getTime();

it.each([
  [new Date(2026, 10, 27, 10, 20), 'today at 10:20'],
  [new Date(2026, 10, 24, 10, 20), 'Tuesday 24 November'],
  [new Date(2025, 11, 24, 10, 20), 'Wednesday 24 December 2025'],
])('names the day of %s', (at, day) => {
  expect(readerDay(at.toISOString(), now)).toBe(day);
});
