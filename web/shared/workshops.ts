import {
  dayWords,
  momentWords,
  type Price,
  priceWords,
  type Session,
  sessionParts,
  timeWords,
  type WorkshopFormat,
  type WorkshopMention,
  type WorkshopState,
  type WorkshopSummary,
  zoneWords,
} from 'shared';
import { formatDayMonth, formatYear } from './dates';

/** Returns what a workshop costs in one line: `£48 or £24`, `£10 to £60`, `Free`. */
export function formatPrices(prices: readonly Pick<Price, 'pence'>[]): string {
  const amounts = [...new Set(prices.map(({ pence }) => pence))].sort((a, b) => b - a);
  const [highest = 0, lowest = 0] = [amounts[0], amounts.at(-1)];
  if (amounts.length < 2) return priceWords(highest);
  if (amounts.length === 2) return `${priceWords(highest)} or ${priceWords(lowest).toLowerCase()}`;
  return lowest === 0 ? `Free or up to ${priceWords(highest)}` : `${priceWords(lowest)} to ${priceWords(highest)}`;
}

const locations: Record<WorkshopFormat, string> = {
  'in person': 'In person',
  online: 'Online',
  both: 'In person and online',
};

/** Returns where a workshop takes place: `In person at The Quiet Room`, `Online`. */
export function formatLocation({ format, venue }: Pick<WorkshopSummary, 'format' | 'venue'>): string {
  if (format === 'online' || !venue) return locations[format];
  return format === 'both' ? `In person at ${venue.name}, and online` : `In person at ${venue.name}`;
}

/** Returns `1 place left`, `3 places left`. */
export const formatPlacesLeft = (count: number): string => `${count} ${count === 1 ? 'place' : 'places'} left`;

/**
 * Returns the names of the time zone during the sessions, two when the clocks change between them; none where everyone
 * who reads it is in it.
 */
export const zoneNames = ({
  sessions,
  timeZone,
  namesZone,
}: Pick<WorkshopSummary, 'sessions' | 'timeZone' | 'namesZone'>): string[] =>
  namesZone ? [...new Set(sessions.map(({ starts }) => zoneWords(starts, timeZone)))] : [];

/**
 * Returns when a workshop takes place, in one line: `Saturday 13 June 2026, 10am to 1pm`, `4 sessions, from 3 March to
 * 24 March 2026`.
 */
export function formatSessions(sessions: readonly Session[], timeZone: string): string {
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (!first || !last) return '';
  if (sessions.length === 1) {
    const { day, from, to } = sessionParts(first, timeZone);
    return `${day}, ${from} to ${to}`;
  }
  const [firstDay, lastDay] = [formatDayMonth(first.starts, timeZone), formatDayMonth(last.starts, timeZone)];
  const [firstYear, lastYear] = [formatYear(first.starts, timeZone), formatYear(last.starts, timeZone)];
  if (firstDay === lastDay && firstYear === lastYear)
    return `${dayWords(first.starts, timeZone)}, ${sessions.length} sessions from ${timeWords(first.starts, timeZone)}`;
  return `${sessions.length} sessions, from ${firstDay}${firstYear === lastYear ? '' : ` ${firstYear}`} to ${lastDay} ${lastYear}`;
}

/** Whether a workshop has taken place or was cancelled. */
export const isOver = (state: WorkshopState): boolean => state === 'past' || state === 'cancelled';

/** Returns the next workshop that has not begun and was not cancelled; `upcoming` is in order of time. */
export const nextWorkshop = (upcoming: readonly WorkshopSummary[]): WorkshopSummary | null =>
  upcoming.find(({ state }) => state !== 'under way' && !isOver(state)) ?? null;

/**
 * The first line of a workshop's page. `isNeutral`: shown without the colour that marks a full or cancelled workshop.
 */
export interface StateMessage {
  message: string;
  isNeutral: boolean;
}

/** Returns what a workshop's page says about its state; null while it is open. */
export function stateMessage(workshop: {
  state: WorkshopState;
  timeZone: string;
  namesZone: boolean;
  opens?: string | null;
}): StateMessage | null {
  const { state, timeZone, namesZone, opens } = workshop;
  switch (state) {
    case 'open':
      return null;
    case 'not yet open':
      return {
        message: opens
          ? `You can register from ${momentWords(opens, timeZone, namesZone)}.`
          : 'Registration has not opened yet.',
        isNeutral: true,
      };
    case 'full':
      return { message: 'This workshop is full. You can join the waitlist.', isNeutral: false };
    case 'closed':
      return {
        message:
          'Registration has closed. Places that become free are offered to the waitlist until the workshop starts.',
        isNeutral: true,
      };
    case 'under way':
      return { message: 'This workshop is under way.', isNeutral: true };
    case 'past':
      return { message: 'This workshop has taken place.', isNeutral: true };
    case 'cancelled':
      return { message: 'This workshop was cancelled.', isNeutral: false };
  }
}

const shortStates: Record<Exclude<WorkshopState, 'open'>, string> = {
  'not yet open': 'Registration opens later',
  full: 'Full, with a waitlist',
  closed: 'Registration has closed',
  'under way': 'Under way',
  past: 'Finished',
  cancelled: 'Cancelled',
};

/** Returns the state as a label in a list; null while there is nothing to say. */
export function stateLabel({ state, seatsLeft }: Pick<WorkshopSummary, 'state' | 'seatsLeft'>): string | null {
  if (state === 'open') return seatsLeft === null ? null : formatPlacesLeft(seatsLeft);
  return shortStates[state];
}

const registerLabels: Partial<Record<WorkshopState, string>> = { open: 'Book a place', full: 'Join the waitlist' };

/** Returns the label of the button that leads to the registration form; null where nobody can register. */
export const registerLabel = (state: WorkshopState): string | null => registerLabels[state] ?? null;

const endOf = ({ sessions }: Pick<WorkshopMention, 'sessions'>): number =>
  Math.max(...sessions.map(({ ends }) => Date.parse(ends)));

/**
 * Returns when the next of the workshops ends (ISO 8601), because a page that mentions it changes then; null when all
 * have ended.
 *
 * @param now in milliseconds
 */
export function nextEnd(workshops: readonly Pick<WorkshopMention, 'sessions'>[], now: number): string | null {
  const ends = workshops.map(endOf).filter((end) => end > now);
  return ends.length > 0 ? new Date(Math.min(...ends)).toISOString() : null;
}

/**
 * Returns what follows the title and the time of a workshop that a post mentions.
 *
 * @param now in milliseconds
 */
export function describeMention(
  workshop: Pick<WorkshopMention, 'sessions' | 'format' | 'summary' | 'cancelled'>,
  now: number,
): string {
  if (workshop.cancelled) return '. This workshop was cancelled.';
  if (endOf(workshop) <= now) return '. This workshop has taken place.';
  return [`, ${locations[workshop.format].toLowerCase()}.`, workshop.summary].filter((part) => part !== '').join(' ');
}
