import type { CallChannel } from 'shared';

/** A call as calendars need it. */
export interface CallEntry {
  /** The documentId, part of every UID. */
  id: string;
  /** Rises with every change that calendars need to adopt (RFC 5545, 3.8.7.4), and never falls. */
  sequence: number;
  channel: CallChannel;
  /** ISO instants. */
  starts: string;
  ends: string;
}

/** Which entry of a call: the counsellor's, in invitations and in the feed, or the reader's. */
type EntryKind = 'counsellor' | 'reader';

const domainOf = (kind: EntryKind): string => `@${kind}.call.quiet-room`;

/**
 * Returns the UID of a call. It is the same in every file for the counsellor, so that a change replaces the entry; the
 * reader's is another one, because it says other things.
 * @throws Error for characters that a UID must not contain
 */
export function callUid(id: string, kind: EntryKind): string {
  if (!/^\w+$/.test(id)) throw new Error('The number of a call can’t be used in a calendar.');
  return `${id}${domainOf(kind)}`;
}

/**
 * Returns whether an entry in a calendar is a call that Quiet Room has put there itself. The diary knows those better:
 * a calendar shows one that was cancelled or moved until it has read its email.
 */
export const isOwnUid = (uid: string): boolean => uid.endsWith(domainOf('counsellor'));

/** What calendars show: others may see them, so it says neither who calls nor what about. */
export const callTitle = 'Call';

export const channelLabels: Readonly<Record<CallChannel, string>> = { online: 'Online', phone: 'By phone' };
