import { fewSeats, type WorkshopState } from 'shared';

/**
 * The seat counts of a workshop. `taken` counts confirmed, pending and offered seats; `waitlisted` counts participants.
 */
export interface Fullness {
  capacity: number;
  taken: number;
  waitlisted: number;
}

/** Returns whether a new registration would get no seat: all are taken, or the waitlist comes first. */
export const isFull = ({ capacity, taken, waitlisted }: Fullness): boolean => taken >= capacity || waitlisted > 0;

/** Returns the seats left as pages show them: null unless the workshop is open and few are left. */
export const seatsLeft = (state: WorkshopState, { capacity, taken }: Fullness): number | null => {
  const left = capacity - taken;
  return state === 'open' && left <= fewSeats ? left : null;
};

/** Returns whether public pages show these two differently. */
export const looksDifferent = (before: Fullness, after: Fullness): boolean =>
  isFull(before) !== isFull(after) ||
  Math.min(before.capacity - before.taken, fewSeats + 1) !== Math.min(after.capacity - after.taken, fewSeats + 1) ||
  before.capacity !== after.capacity;
