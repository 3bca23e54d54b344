import {
  dayWords,
  momentWords,
  type Price,
  priceWords,
  type Session,
  sessionParts,
  timeWords,
  type WorkshopPlace,
  type WorkshopState,
  type WorkshopSummary,
  zoneWords,
} from 'shared';
import { shortDay, yearInZone } from './zoned-times';

/** What a workshop costs, in one line: `£48 or £24`, `£10 to £60`, `Free`. */
export function pricesWords(prices: readonly Pick<Price, 'pence'>[]): string {
  const each = [...new Set(prices.map(({ pence }) => pence))].sort((a, b) => b - a);
  const [most = 0, least] = [each[0], each.at(-1)];
  if (each.length < 2) return priceWords(most);
  return each.length === 2
    ? `${priceWords(most)} or ${priceWords(least ?? 0).toLowerCase()}`
    : `${least === 0 ? 'Free' : priceWords(least ?? 0)} to ${priceWords(most)}`;
}

const places: Record<WorkshopPlace, string> = {
  'in person': 'In person',
  online: 'Online',
  both: 'In person and online',
};

/** `In person at The Quiet Room`, `Online`. */
export const placeWords = ({ place, venue }: Pick<WorkshopSummary, 'place' | 'venue'>): string => {
  if (place === 'online' || !venue) return places[place];
  return place === 'both' ? `In person at ${venue.name}, and online` : `In person at ${venue.name}`;
};

/** `1 place left`, `3 places left`. */
export const leftWords = (left: number): string => `${left} ${left === 1 ? 'place' : 'places'} left`;

/** The names that a zone has during these sessions: two when the clock changes between them. */
export const zonesOf = (sessions: readonly Session[], timeZone: string): string[] => [
  ...new Set(sessions.map(({ starts }) => zoneWords(starts, timeZone))),
];

/** When it is, for a list: `Saturday 13 June 2026, 10am to 1pm`, `4 sessions from 3 March to 24 March 2026`. */
export function whenWords(sessions: readonly Session[], timeZone: string): string {
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (!first || !last) return '';
  if (sessions.length === 1) {
    const { day, from, to } = sessionParts(first, timeZone);
    return `${day}, ${from} to ${to}`;
  }
  const [begins, finishes] = [shortDay(first.starts, timeZone), shortDay(last.starts, timeZone)];
  const [year, lastYear] = [yearInZone(first.starts, timeZone), yearInZone(last.starts, timeZone)];
  if (begins === finishes && year === lastYear)
    return `${dayWords(first.starts, timeZone)}, ${sessions.length} sessions from ${timeWords(first.starts, timeZone)}`;
  return `${sessions.length} sessions, from ${begins}${year === lastYear ? '' : ` ${year}`} to ${finishes} ${lastYear}`;
}

/** Where a workshop stands, as its page says first; null while it is simply open. `calm`: nothing that stops anybody. */
export interface StateWords {
  says: string;
  calm: boolean;
}

export interface Standing {
  state: WorkshopState;
  timeZone: string;
  opens?: string | null;
}

export function stateWords({ state, timeZone, opens }: Standing): StateWords | null {
  switch (state) {
    case 'open':
      return null;
    case 'not yet open':
      return {
        says: opens ? `You can register from ${momentWords(opens, timeZone)}.` : 'Registration has not opened yet.',
        calm: true,
      };
    case 'full':
      return { says: 'This workshop is full. You can join the waitlist.', calm: false };
    case 'closed':
      return { says: 'Registration has closed.', calm: true };
    case 'under way':
      return { says: 'This workshop is under way.', calm: true };
    case 'past':
      return { says: 'This workshop has finished.', calm: true };
    case 'cancelled':
      return { says: 'This workshop was cancelled.', calm: false };
  }
}

/** The same in a list, in a few words; null while nothing need be said. */
export function briefly({ state, placesLeft }: Pick<WorkshopSummary, 'state' | 'placesLeft'>): string | null {
  if (state === 'open') return placesLeft === null ? null : leftWords(placesLeft);
  return {
    'not yet open': 'Registration opens later',
    full: 'Full, with a waitlist',
    closed: 'Registration has closed',
    'under way': 'Under way',
    past: 'Finished',
    cancelled: 'Cancelled',
  }[state];
}

/** What the way to the form is called; null where nobody can register. */
export const registerWords = (state: WorkshopState): string | null =>
  (({ open: 'Take a place', full: 'Join the waitlist' }) as Partial<Record<WorkshopState, string>>)[state] ?? null;
