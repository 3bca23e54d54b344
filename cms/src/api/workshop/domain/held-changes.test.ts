import { describe, expect, it } from 'vitest';
import type { Announced } from './announced';
import { holdChange, lastTold, parseHeld, sentAfter, withHeldSessions } from './held-changes';

const session = (n: number) => ({
  n,
  row: n,
  starts: `2026-06-1${n}T09:00:00.000Z`,
  ends: `2026-06-1${n}T12:00:00.000Z`,
});
const announced = (...numbers: number[]): Announced => ({
  sessions: numbers.map(session),
  lastNumber: 3,
  timeZone: 'Europe/London',
  format: 'in person',
  venueName: 'The Quiet Room',
  venueAddress: null,
  joiningDetails: null,
});
const at = (clock: string): Date => new Date(`2026-05-01T${clock}.000Z`);
const earlier = { kind: 'place' as const, at: '2026-04-01T10:00:00.000Z', from: '2026-06-11T09:00:00.000Z' };
const first = holdChange(null, { before: announced(1, 2), changes: [earlier] }, at('10:00:00'));

describe('a change of a workshop', () => {
  it('is held for five minutes, and told ten seconds later', () => {
    expect(first).toEqual({
      since: at('10:00:00').toISOString(),
      until: at('10:05:00').toISOString(),
      from: announced(1, 2),
      changes: [earlier],
    });
    expect(sentAfter(first)).toEqual(at('10:05:10'));
    expect(parseHeld(null, at('10:00:00'))).toBeNull();
    expect(parseHeld(JSON.stringify(first), at('10:04:59'))).toEqual(first);
    expect(parseHeld(JSON.stringify(first), at('10:05:00'))).toBeNull();
  });

  it('takes up further changes, each of which lets it wait anew', () => {
    const second = holdChange(first, { before: announced(1), changes: [] }, at('10:03:00'));
    expect(second).toEqual({ ...first, until: at('10:08:00').toISOString() });
  });

  it('keeps the sessions that participants still have beside those published since', () => {
    expect(withHeldSessions(announced(1, 3), first)?.sessions.map(({ n }) => n)).toEqual([1, 3, 2]);
    expect(withHeldSessions(announced(1), null)).toEqual(announced(1));
    expect(withHeldSessions(null, null)).toBeNull();
  });

  it('differs from what was known before it, except for those who got a place since', () => {
    const before = announced(1);
    expect(lastTold(before, null, at('09:00:00'))).toBe(before);
    expect(lastTold(before, first, at('09:59:59'))).toBe(first.from);
    expect(lastTold(before, first, at('10:00:00'))).toBeNull();
  });
});
