import { fewSeats, type WorkshopState } from 'shared';
import type { WorkshopTimes } from './times';

/**
 * The seat counts of a workshop. `taken` counts confirmed, pending and offered seats; `waitlisted` counts participants.
 */
export interface Fullness {
  capacity: number;
  taken: number;
  waitlisted: number;
}

/** Whether a new registration would get no seat: all are taken, or the waitlist comes first. */
const isFull = ({ capacity, taken, waitlisted }: Fullness): boolean => taken >= capacity || waitlisted > 0;

/** Where a workshop stands at `now`. */
export const stateOf = (times: WorkshopTimes, fullness: Fullness, isCancelled: boolean, now: Date): WorkshopState => {
  const at = now.toISOString();
  if (isCancelled) return 'cancelled';
  if (at >= times.ends) return 'past';
  if (at >= times.starts) return 'under way';
  if (at >= times.closes) return 'closed';
  if (times.opens !== null && at < times.opens) return 'not yet open';
  return isFull(fullness) ? 'full' : 'open';
};

/** When the clock alone changes that next; null when it never will again. */
export const changesAt = ({ opens, closes, starts, ends }: WorkshopTimes, now: Date): string | null => {
  const at = now.toISOString();
  return (
    [opens, closes, starts, ends].filter((moment): moment is string => moment !== null && moment > at).sort()[0] ?? null
  );
};

/** The seats left as pages show them: null unless the workshop is open and few are left. */
export const seatsLeft = (state: WorkshopState, { capacity, taken }: Fullness): number | null => {
  const left = capacity - taken;
  return state === 'open' && left <= fewSeats ? left : null;
};

/** Whether a page would say something else of how full it is. */
export const looksDifferent = (before: Fullness, after: Fullness): boolean =>
  isFull(before) !== isFull(after) ||
  Math.min(before.capacity - before.taken, fewSeats + 1) !== Math.min(after.capacity - after.taken, fewSeats + 1) ||
  before.capacity !== after.capacity;
