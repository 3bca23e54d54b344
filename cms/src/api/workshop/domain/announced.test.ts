import { describe, expect, it } from 'vitest';
import { type Announced, isChanged, removedSessions } from './announced';

const first = { starts: '2026-06-13T09:00:00.000Z', ends: '2026-06-13T12:00:00.000Z' };
const second = { starts: '2026-06-14T09:00:00.000Z', ends: '2026-06-14T12:00:00.000Z' };
const third = { starts: '2026-06-15T09:00:00.000Z', ends: '2026-06-15T12:00:00.000Z' };

const announced = (over: Partial<Announced> = {}): Announced => ({
  sessions: [first, second],
  timeZone: 'Europe/London',
  format: 'in person',
  venueName: 'The Quiet Room',
  venueAddress: '14 Weavers Yard',
  joiningDetails: 'Ring the lower bell.',
  ...over,
});

describe('what was announced to participants', () => {
  it.each<[string, Partial<Announced>]>([
    ['time zone', { timeZone: 'Europe/Paris' }],
    ['kind of place', { format: 'online' }],
    ['venue', { venueName: 'The Other Room' }],
    ['address', { venueAddress: '15 Weavers Yard' }],
    ['joining details', { joiningDetails: 'Ring the upper bell.' }],
    ['joining details, which are gone', { joiningDetails: null }],
    ['start of a session', { sessions: [first, { ...second, starts: '2026-06-14T09:30:00.000Z' }] }],
    ['end of a session', { sessions: [{ ...first, ends: '2026-06-13T12:30:00.000Z' }, second] }],
    ['number of sessions, one fewer', { sessions: [first] }],
    ['number of sessions, one more', { sessions: [first, second, third] }],
  ])('has changed with another %s alone', (_, over) => {
    expect(isChanged(announced(), announced(over))).toBe(true);
  });

  it('has not changed with other spaces around a text', () => {
    expect(isChanged(announced(), announced())).toBe(false);
    expect(
      isChanged(announced(), announced({ venueName: ' The Quiet Room ', joiningDetails: 'Ring the lower bell.\n' })),
    ).toBe(false);
    expect(isChanged(announced({ venueAddress: null }), announced({ venueAddress: '  ' }))).toBe(false);
  });
});

describe('removed sessions', () => {
  it('are those at the end, with the numbers of their calendar entries', () => {
    const three = announced({ sessions: [first, second, third] });
    expect(removedSessions(three, announced({ sessions: [first] }))).toEqual([
      { n: 2, ...second },
      { n: 3, ...third },
    ]);
    expect(removedSessions(announced(), three)).toEqual([]);
  });
});
