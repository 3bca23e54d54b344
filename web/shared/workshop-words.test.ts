import { hoursWords, priceWords, sessionParts, workshopStates } from 'shared';
import { describe, expect, it } from 'vitest';
import {
  briefly,
  leftWords,
  placeWords,
  pricesWords,
  registerWords,
  stateWords,
  whenWords,
  zonesOf,
} from './workshop-words';

const zone = 'Europe/London';
const at = (starts: string, ends: string) => ({ starts: `${starts}:00.000Z`, ends: `${ends}:00.000Z` });
const morning = at('2026-06-13T09:00', '2026-06-13T12:00');

describe('prices', () => {
  it.each([
    [0, 'Free'],
    [4800, '£48'],
    [4850, '£48.50'],
    [100_000, '£1,000'],
  ])('%i pence are %s', (pence, said) => {
    expect(priceWords(pence)).toBe(said);
  });

  it.each([
    [[], 'Free'],
    [[4800], '£48'],
    [[4800, 2400], '£48 or £24'],
    [[2400, 4800, 2400], '£48 or £24'],
    [[2400, 0], '£24 or free'],
    [[1000, 6000, 3000], '£10 to £60'],
    [[0, 6000, 3000], 'Free to £60'],
  ])('%j together are %s', (each, said) => {
    expect(pricesWords(each.map((pence) => ({ pence })))).toBe(said);
  });
});

describe('when it is', () => {
  it('has a day, a beginning and an end', () => {
    expect(sessionParts(morning, zone)).toEqual({ day: 'Saturday 13 June 2026', from: '10am', to: '1pm' });
    expect(sessionParts(at('2026-06-13T21:00', '2026-06-13T23:30'), zone).to).toBe('12:30am on Sunday 14 June 2026');
  });

  it('fits a line in a list', () => {
    const week = (from: string) => at(`${from}T18:00`, `${from}T20:00`);
    expect(whenWords([morning], zone)).toBe('Saturday 13 June 2026, 10am to 1pm');
    expect(whenWords([week('2026-03-03'), week('2026-03-10'), week('2026-03-17')], zone)).toBe(
      '3 sessions, from 3 March to 17 March 2026',
    );
    expect(whenWords([week('2026-12-30'), week('2027-01-06')], zone)).toBe(
      '2 sessions, from 30 December 2026 to 6 January 2027',
    );
    expect(whenWords([morning, at('2026-06-13T13:00', '2026-06-13T15:00')], zone)).toBe(
      'Saturday 13 June 2026, 2 sessions from 10am',
    );
  });

  it('names both zones when the clock changes between two sessions', () => {
    expect(
      zonesOf([at('2026-10-21T18:00', '2026-10-21T20:00'), at('2026-10-28T19:00', '2026-10-28T21:00')], zone),
    ).toEqual(['British Summer Time (UTC+1)', 'Greenwich Mean Time (UTC)']);
    expect(zonesOf([morning], zone)).toEqual(['British Summer Time (UTC+1)']);
  });
});

describe('where a workshop stands', () => {
  it('is said of every state but the usual one', () => {
    for (const state of workshopStates) {
      const words = stateWords({ state, timeZone: zone });
      expect(words === null, state).toBe(state === 'open');
      expect(briefly({ state, placesLeft: null }) === null, state).toBe(state === 'open');
      expect(registerWords(state) !== null, state).toBe(state === 'open' || state === 'full');
    }
    expect(stateWords({ state: 'full', timeZone: zone })?.says).toContain('join the waitlist');
  });

  it('says from when one can register', () => {
    expect(stateWords({ state: 'not yet open', timeZone: zone, opens: '2026-05-01T08:00:00.000Z' })?.says).toBe(
      'You can register from Friday 1 May 2026 at 9am, British Summer Time (UTC+1).',
    );
  });

  it('counts places only when few are left', () => {
    expect([leftWords(3), leftWords(1), briefly({ state: 'open', placesLeft: 2 })]).toEqual([
      '3 places left',
      '1 place left',
      '2 places left',
    ]);
  });
});

describe('where people meet', () => {
  it.each([
    ['online', { name: 'A room', address: null }, 'Online'],
    ['in person', { name: 'A room', address: null }, 'In person at A room'],
    ['in person', null, 'In person'],
    ['both', { name: 'A room', address: null }, 'In person at A room, and online'],
    ['both', null, 'In person and online'],
  ] as const)('%s', (place, venue, said) => {
    expect(placeWords({ place, venue })).toBe(said);
  });
});

it.each([
  [1, '1 hour'],
  [3, '3 hours'],
  [2.5, '2½ hours'],
  [0.75, '¾ hour'],
  [1.2, '1.2 hours'],
])('counts %d CPD hours as %s', (hours, said) => {
  expect(hoursWords(hours)).toBe(said);
});
