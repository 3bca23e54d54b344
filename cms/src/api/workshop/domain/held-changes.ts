import type { Announced, WorkshopChange } from './announced';

/** How long the emails about a change wait, in milliseconds: what is a mistake is often put right within minutes. */
const holdMs = 5 * 60_000;
/** How long after that they go out, in milliseconds, so that no change can cancel an email that is just being sent. */
const settleMs = 10_000;

/** A change that was published, and that participants have not been told about yet. */
export interface HeldChange {
  /** ISO 8601. Whoever got a place later has been told what was published then. */
  since: string;
  /** Until when another change is added to this one (ISO 8601). */
  until: string;
  /** What participants were told before. */
  from: Announced;
  /** The public changes before this one. */
  changes: readonly WorkshopChange[];
}

/** Reads what is stored in `workshop_seats`; null once the emails about it go out. */
export const parseHeld = (stored: string | null, now: Date): HeldChange | null => {
  if (stored === null) return null;
  const held = JSON.parse(stored) as HeldChange;
  return now.toISOString() < held.until ? held : null;
};

/** Returns the change that is held from now on: a new one, or the one that this change is added to. */
export const holdChange = (
  held: HeldChange | null,
  { before, changes }: { before: Announced; changes: readonly WorkshopChange[] },
  now: Date,
): HeldChange => ({
  since: held?.since ?? now.toISOString(),
  until: new Date(now.getTime() + holdMs).toISOString(),
  from: held?.from ?? before,
  changes: held?.changes ?? changes,
});

/** Returns when the emails about a held change go out. */
export const sentAfter = ({ until }: HeldChange): Date => new Date(Date.parse(until) + settleMs);

/**
 * Returns what was announced last with the sessions that participants still have in their calendars, so that a session
 * that is removed and put back keeps its number.
 */
export const withHeldSessions = (before: Announced | null, held: HeldChange | null): Announced | null =>
  before && held
    ? {
        ...before,
        sessions: [
          ...before.sessions,
          ...held.from.sessions.filter(({ n }) => !before.sessions.some((session) => session.n === n)),
        ],
      }
    : before;

/**
 * Returns what a participant was last told; null for one who got a place while a change was held, and was told
 * something in between.
 *
 * @param toldAt when the participant got the place, or joined the waitlist
 */
export const lastTold = (before: Announced, held: HeldChange | null, toldAt: Date): Announced | null => {
  if (held === null) return before;
  return toldAt.toISOString() < held.since ? held.from : null;
};
