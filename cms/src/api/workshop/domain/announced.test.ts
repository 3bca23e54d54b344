import { describe, expect, it } from 'vitest';
import { addChanges, type Announced, isChanged, numberSessions, removedSessions } from './announced';

const on = (day: number, row: number | null, time = '09') => ({
  starts: `2026-06-${day}T${time}:00:00.000Z`,
  ends: `2026-06-${day}T12:00:00.000Z`,
  row,
});
const first = { ...on(13, 1), n: 1 };
const second = { ...on(14, 2), n: 2 };
const third = { ...on(15, 3), n: 3 };

const announced = (over: Partial<Announced> = {}): Announced => ({
  sessions: [first, second],
  lastNumber: 3,
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

describe('the numbers of sessions', () => {
  const before = announced({ sessions: [first, second, third] });
  const numbers = (...sessions: ReturnType<typeof on>[]) => numberSessions(before, sessions).sessions.map(({ n }) => n);

  it('count from 1 at the first announcement', () => {
    expect(numberSessions(null, [on(13, 7), on(14, 9)])).toEqual({
      sessions: [
        { ...on(13, 7), n: 1 },
        { ...on(14, 9), n: 2 },
      ],
      lastNumber: 2,
    });
  });

  it.each<[string, ReturnType<typeof on>[], number[]]>([
    ['the one in the middle is removed', [on(13, 1), on(15, 3)], [1, 3]],
    ['the last is typed over the middle one and removed', [on(13, 1), on(15, 2)], [1, 3]],
    ['one is inserted first', [on(12, 8), on(13, 1), on(14, 2), on(15, 3)], [4, 1, 2, 3]],
    ['all move by a week', [on(20, 1), on(21, 2), on(22, 3)], [1, 2, 3]],
    ['one moves behind the others', [on(14, 2), on(15, 3), on(22, 1)], [2, 3, 1]],
    ['one is removed and another added', [on(13, 1), on(15, 3), on(22, 9)], [1, 3, 4]],
    ['a program writes the list without the middle one', [on(13, 21), on(15, 22)], [1, 3]],
    ['a program writes the list with other days', [on(20, 21), on(21, 22), on(22, 23)], [1, 2, 3]],
    ['one ends later', [{ ...on(13, 31), ends: '2026-06-13T13:00:00.000Z' }, on(14, 32), on(15, 33)], [1, 2, 3]],
  ])('stay with their sessions when %s', (_, sessions, expected) => {
    expect(numbers(...sessions)).toEqual(expected);
  });

  it('are not given again', () => {
    const without = { ...before, ...numberSessions(before, [on(13, 1)]) };
    expect(numberSessions(without, [on(13, 1), on(15, 9)])).toMatchObject({
      sessions: [{ n: 1 }, { n: 4 }],
      lastNumber: 4,
    });
  });
});

describe('removed sessions', () => {
  it('are those whose numbers are gone, wherever they stood', () => {
    const three = announced({ sessions: [first, second, third] });
    expect(removedSessions(three, announced({ sessions: [first, third] }))).toEqual([second]);
    expect(removedSessions(announced(), three)).toEqual([]);
  });
});

describe('the changes of a workshop', () => {
  const at = '2026-05-01T10:00:00.000Z';
  it('say what has changed and when it would have started', () => {
    const both = announced({ sessions: [{ ...first, ...on(20, 1) }, second], format: 'online' });
    expect(addChanges([], announced(), both, at)).toEqual([
      { kind: 'moved', at, from: first.starts },
      { kind: 'place', at, from: first.starts },
    ]);
    expect(addChanges([], announced(), announced({ joiningDetails: null }), at)).toEqual([]);
  });
  it('are kept up to twenty', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ kind: 'place' as const, at: String(index), from: at }));
    const kept = addChanges(many, announced(), announced({ format: 'both' }), at);
    expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([20, '1', at]);
  });
});
