import { hoursWords, priceWords, sessionParts, type WorkshopState, workshopStates, type WorkshopSummary } from 'shared';
import { describe, expect, it } from 'vitest';
import {
  describeMention,
  formatLocation,
  formatPlacesLeft,
  formatPrices,
  formatSessions,
  nextEnd,
  nextWorkshop,
  registerLabel,
  stateLabel,
  stateMessage,
  zoneNames,
} from './workshops';

const zone = 'Europe/London';
const at = (starts: string, ends: string) => ({ starts: `${starts}:00.000Z`, ends: `${ends}:00.000Z` });
const morning = at('2026-06-13T09:00', '2026-06-13T12:00');

describe('the price of a workshop', () => {
  it.each([
    [0, 'Free'],
    [4800, '£48'],
    [4850, '£48.50'],
    [100_000, '£1,000'],
  ])('of %i pence is shown as %s', (pence, expected) => {
    expect(priceWords(pence)).toBe(expected);
  });

  it.each([
    [[], 'Free'],
    [[4800], '£48'],
    [[4800, 2400], '£48 or £24'],
    [[2400, 4800, 2400], '£48 or £24'],
    [[2400, 0], '£24 or free'],
    [[1000, 6000, 3000], '£10 to £60'],
    [[0, 6000, 3000], 'Free or up to £60'],
  ])('with the amounts %j is shown as %s', (amounts, expected) => {
    expect(formatPrices(amounts.map((pence) => ({ pence })))).toBe(expected);
  });
});

describe('the time of a workshop', () => {
  it('has a day, a start and an end', () => {
    expect(sessionParts(morning, zone)).toEqual({ day: 'Saturday 13 June 2026', from: '10am', to: '1pm' });
    expect(sessionParts(at('2026-06-13T21:00', '2026-06-13T23:30'), zone).to).toBe('12:30am on Sunday 14 June 2026');
  });

  it('is one line, however many sessions there are', () => {
    const week = (from: string) => at(`${from}T18:00`, `${from}T20:00`);
    expect(formatSessions([morning], zone)).toBe('Saturday 13 June 2026, 10am to 1pm');
    expect(formatSessions([week('2026-03-03'), week('2026-03-10'), week('2026-03-17')], zone)).toBe(
      '3 sessions, from 3 March to 17 March 2026',
    );
    expect(formatSessions([week('2026-12-30'), week('2027-01-06')], zone)).toBe(
      '2 sessions, from 30 December 2026 to 6 January 2027',
    );
    expect(formatSessions([morning, at('2026-06-13T13:00', '2026-06-13T15:00')], zone)).toBe(
      'Saturday 13 June 2026, 2 sessions from 10am',
    );
  });

  it('has both zone names when the clocks change between two sessions', () => {
    const sessions = [at('2026-10-21T18:00', '2026-10-21T20:00'), at('2026-10-28T19:00', '2026-10-28T21:00')];
    expect(zoneNames({ sessions, timeZone: zone, namesZone: true })).toEqual(['UK time (BST)', 'UK time (GMT)']);
    expect(zoneNames({ sessions: [morning], timeZone: zone, namesZone: true })).toEqual(['UK time (BST)']);
  });

  it('names no zone where everyone is in it', () => {
    expect(zoneNames({ sessions: [morning], timeZone: zone, namesZone: false })).toEqual([]);
  });
});

describe('the state of a workshop', () => {
  it('has a message and a label unless registration is open', () => {
    for (const state of workshopStates) {
      const message = stateMessage({ state, timeZone: zone, namesZone: true });
      expect(message === null, state).toBe(state === 'open');
      expect(stateLabel({ state, seatsLeft: null }) === null, state).toBe(state === 'open');
      expect(registerLabel(state) !== null, state).toBe(state === 'open' || state === 'full');
    }
    expect(stateMessage({ state: 'full', timeZone: zone, namesZone: true })?.message).toContain('join the waitlist');
  });

  it('says when registration opens', () => {
    const notYet = { state: 'not yet open', timeZone: zone, opens: '2026-05-01T08:00:00.000Z' } as const;
    expect(stateMessage({ ...notYet, namesZone: true })?.message).toBe(
      'You can register from Friday 1 May 2026 at 9am, UK time (BST).',
    );
    expect(stateMessage({ ...notYet, namesZone: false })?.message).toBe(
      'You can register from Friday 1 May 2026 at 9am.',
    );
  });

  it('says that the waitlist goes on after registration has closed', () => {
    expect(stateMessage({ state: 'closed', timeZone: zone, namesZone: false })?.message).toContain(
      'offered to the waitlist until the workshop starts',
    );
  });

  it('counts the places only when few are left', () => {
    expect([formatPlacesLeft(3), formatPlacesLeft(1), stateLabel({ state: 'open', seatsLeft: 2 })]).toEqual([
      '3 places left',
      '1 place left',
      '2 places left',
    ]);
  });
});

describe('the location of a workshop', () => {
  it.each([
    ['online', { name: 'A room', address: null }, 'Online'],
    ['in person', { name: 'A room', address: null }, 'In person at A room'],
    ['in person', null, 'In person'],
    ['both', { name: 'A room', address: null }, 'In person at A room, and online'],
    ['both', null, 'In person and online'],
  ] as const)('that is %s at %j is shown as %s', (place, venue, expected) => {
    expect(formatLocation({ format: place, venue })).toBe(expected);
  });
});

it.each([
  [1, '1 hour'],
  [3, '3 hours'],
  [2.5, '2½ hours'],
  [0.75, '¾ hour'],
  [1.2, '1.2 hours'],
])('shows %d CPD hours as %s', (hours, expected) => {
  expect(hoursWords(hours)).toBe(expected);
});

describe('the next workshop', () => {
  const upcoming = (...states: WorkshopState[]) => states.map((state) => ({ state }) as WorkshopSummary);

  it('has not begun and was not cancelled', () => {
    expect(nextWorkshop(upcoming('under way', 'cancelled', 'full', 'open'))?.state).toBe('full');
    expect(nextWorkshop(upcoming('closed', 'open'))?.state).toBe('closed');
  });

  it('is null when there is none', () => {
    expect([nextWorkshop([]), nextWorkshop(upcoming('cancelled'))]).toEqual([null, null]);
  });
});

describe('a workshop that a post mentions', () => {
  const on = (...days: string[]) => ({
    sessions: days.map((day) => ({ starts: `${day}T09:00:00.000Z`, ends: `${day}T12:00:00.000Z` })),
  });
  const june = on('2026-06-13', '2026-06-20');
  const july = on('2026-07-11');

  it('has taken place once its last session is over', () => {
    const mention = (now: string) =>
      describeMention({ ...june, format: 'both', summary: 'Slow mornings.', cancelled: false }, Date.parse(now));
    expect(['2026-06-13T13:00:00Z', '2026-06-20T11:59:59Z', '2026-06-20T12:00:00Z'].map(mention)).toEqual([
      ', in person and online. Slow mornings.',
      ', in person and online. Slow mornings.',
      '. This workshop has taken place.',
    ]);
  });

  it('is called cancelled where it was, and has no empty summary', () => {
    expect(describeMention({ ...july, format: 'online', summary: '', cancelled: true }, 0)).toBe(
      '. This workshop was cancelled.',
    );
    expect(describeMention({ ...july, format: 'online', summary: '', cancelled: false }, 0)).toBe(', online.');
  });

  it('changes the page at the end of the next one', () => {
    const next = (now: string) => nextEnd([july, june], Date.parse(now));
    expect([next('2026-06-01T00:00:00Z'), next('2026-06-20T12:00:00Z'), next('2026-07-11T12:00:00Z')]).toEqual([
      '2026-06-20T12:00:00.000Z',
      '2026-07-11T12:00:00.000Z',
      null,
    ]);
    expect(nextEnd([], 0)).toBeNull();
  });
});
