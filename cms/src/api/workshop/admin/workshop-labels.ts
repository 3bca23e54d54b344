import { dayWords, offsetOf, timeWords, type WorkshopState, zoneWords } from 'shared';
import type { AdminWorkshop, ParticipantOutcome, RecipientGroup, SeatCounts } from '#src/api/workshop/admin-contract';

export const workshopStateNames: Readonly<Record<WorkshopState, string>> = {
  'not yet open': 'Registration opens later',
  open: 'Open',
  full: 'Full',
  closed: 'Registration closed',
  'under way': 'Under way',
  past: 'Past',
  cancelled: 'Called off',
};

export const recipientGroupLabels: Readonly<Record<RecipientGroup, string>> = {
  confirmed: 'Everybody with a place',
  waitlisted: 'Everybody on the waitlist',
  attended: 'Those who came',
  unpaid: 'Those with a place who have not paid yet',
  people: 'The people whom you chose',
};

/** `1 person`, `3 people`. */
export const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

/**
 * When a workshop starts, in its own time zone, which is named if its offset differs from the reader's (`here`, IANA).
 */
export const startsLabel = (
  { starts, timeZone }: Pick<AdminWorkshop, 'starts' | 'timeZone'>,
  here = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string => {
  const when = `${dayWords(starts, timeZone)} at ${timeWords(starts, timeZone)}`;
  return offsetOf(starts, timeZone) === offsetOf(starts, here) ? when : `${when}, ${zoneWords(starts, timeZone)}`;
};

/** `9 of 12 places taken`: confirmed, pending and offered ones. */
export const seatsTakenLabel = ({ capacity, confirmed, pending, offered }: SeatCounts): string =>
  `${confirmed + pending + offered} of ${capacity} places taken`;

/** The other counts that are not zero, such as `2 offered`. */
export const seatCountLabels = ({ pending, offered, waitlisted, accessNeeds: needs }: SeatCounts): string[] => [
  ...(pending > 0 ? [`${pending} held until confirmed`] : []),
  ...(offered > 0 ? [`${offered} offered`] : []),
  ...(waitlisted > 0 ? [`${waitlisted} on the waitlist`] : []),
  ...(needs > 0 ? [`${needs} with access needs`] : []),
];

const failures = (outcomes: readonly ParticipantOutcome[]): string[] => {
  const count = (became: ParticipantOutcome['became']): number =>
    outcomes.filter((outcome) => outcome.became === became).length;
  const told: [ParticipantOutcome['became'], string][] = [
    ['changed', 'changed meanwhile: please look again before you try once more'],
    ['gone', 'not there any more'],
    ['full', 'left where they were, because there is no free place'],
  ];
  const because = outcomes.flatMap((outcome) => (outcome.became === 'refused' ? [outcome.because] : []));
  const sentence = (n: number, what: string): string => `${people(n)} ${n === 1 ? 'was' : 'were'} ${what}.`;
  return [
    ...told.flatMap(([became, what]) => (count(became) > 0 ? [sentence(count(became), what)] : [])),
    ...new Set(because),
  ];
};

/** The outcomes of an action on participants, in sentences. `did` completes “2 people were …”. */
export const outcomesMessage = (outcomes: readonly ParticipantOutcome[], did: string): string => {
  const done = outcomes.filter(({ became }) => became === 'done').length;
  return [...(done > 0 ? [`${people(done)} ${done === 1 ? 'was' : 'were'} ${did}.`] : []), ...failures(outcomes)].join(
    ' ',
  );
};

export const allDone = (outcomes: readonly ParticipantOutcome[]): boolean =>
  outcomes.every(({ became }) => became === 'done');
