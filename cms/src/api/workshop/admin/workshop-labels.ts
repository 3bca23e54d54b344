import {
  dayWords,
  type ListedWorkshop,
  type Marks,
  offsetOf,
  type RecipientGroup,
  type SeatCounts,
  timeWords,
  type WorkshopState,
  zoneWords,
} from 'shared';
import { pluralise } from '#src/admin/components/labels';

export const workshopStateLabels: Readonly<Record<WorkshopState, string>> = {
  'not yet open': 'Registration opens later',
  open: 'Open',
  full: 'Full',
  closed: 'Registration closed',
  'under way': 'Under way',
  past: 'Past',
  cancelled: 'Cancelled',
};

export const recipientGroupLabels: Readonly<Record<RecipientGroup, string>> = {
  confirmed: 'Everyone with a place',
  waitlisted: 'Everyone on the waitlist',
  attended: 'Everyone who attended',
  unpaid: 'Everyone with a place who has not paid yet',
  chosen: 'The people you selected',
};

/** What a page says about a workshop that the server does not know. */
export const workshopMissing = 'This workshop does not exist, or has never been published.';

/** `1 person`, `3 people`. */
export const peopleLabel = (count: number): string => pluralise(count, 'person', 'people');

/**
 * Returns when a workshop starts, in its own time zone, which is named if its offset differs from the reader's.
 *
 * @param here the reader's time zone (IANA)
 */
export const startsLabel = (
  { starts, timeZone }: Pick<ListedWorkshop, 'starts' | 'timeZone'>,
  here = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string => {
  const when = `${dayWords(starts, timeZone)} at ${timeWords(starts, timeZone)}`;
  return offsetOf(starts, timeZone) === offsetOf(starts, here) ? when : `${when}, ${zoneWords(starts, timeZone)}`;
};

/** `9 of 12 places taken`: confirmed, pending and offered ones. */
export const seatsTakenLabel = ({ capacity, confirmed, pending, offered }: SeatCounts): string =>
  `${confirmed + pending + offered} of ${capacity} places taken`;

/** Said once registration has closed, because the waitlist goes on. */
export const offersContinue =
  'Registration has closed. Places that become free are still offered to the waitlist until the workshop starts.';

/** The other counts that are not zero, such as `2 offered`. */
export const seatCountLabels = ({ pending, offered, waitlisted, accessNeeds }: SeatCounts): string[] => [
  ...(pending > 0 ? [`${pending} not confirmed yet`] : []),
  ...(offered > 0 ? [`${offered} offered`] : []),
  ...(waitlisted > 0 ? [`${waitlisted} on the waitlist`] : []),
  ...(accessNeeds > 0 ? [`${accessNeeds} with access needs`] : []),
];

/** Completes “2 people were …” for marks that were set. */
export const markedLabel = ({ attended, paid }: Marks): string => {
  if (paid !== undefined) return paid ? 'marked as paid' : 'marked as not paid';
  if (attended === null) return 'unmarked';
  return attended ? 'marked as having attended' : 'marked as not having attended';
};
