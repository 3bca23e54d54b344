import type { Person } from '#src/calendar/calendar-file';

/** A session as a calendar entry. `n` is its number for good and part of its UID; instants are ISO strings. */
export interface NumberedSession {
  n: number;
  starts: string;
  ends: string;
}

/** Returns the sessions of a workshop with their numbers, which are in the same order. */
export const numberedSessions = (
  { sessions }: { sessions: readonly { starts: string; ends: string }[] },
  numbers: readonly number[],
): NumberedSession[] => sessions.map(({ starts, ends }, index) => ({ n: numbers[index] ?? index + 1, starts, ends }));

/** What the entries of one workshop have in common. */
export interface WorkshopEntry {
  /** The documentId, part of every UID. */
  id: string;
  /** Rises with every change that calendars need to adopt (RFC 5545, 3.8.7.4). */
  sequence: number;
  title: string;
  /** The IANA zone in which the sessions are held. */
  timeZone: string;
  location: string | null;
  organiser: Person;
}

/**
 * Returns the UID of a session. It is the same in every file of its kind, so that an update or a cancellation replaces
 * the entry, whatever the address of the site. The public entry is another one than the participant's, which is
 * discreet and would be overwritten.
 * @throws Error for characters that a UID must not contain
 * @see RFC 5546, 3.2; RFC 7986, 5.3
 */
export function entryUid(workshopId: string, n: number, kind: 'public' | 'place'): string {
  if (!/^\w+$/.test(workshopId)) throw new Error('The number of a workshop can’t be used in a calendar.');
  return `${workshopId}.${n}@${kind}.quiet-room`;
}
