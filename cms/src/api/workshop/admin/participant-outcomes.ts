import type { Participant, ParticipantOutcome } from 'shared';
import { namesLabel, pluralise } from '#src/admin/components/labels';
import { peopleLabel } from './workshop-labels';

type Outcomes = readonly ParticipantOutcome[];
type Status = ParticipantOutcome['status'];

/** Who is acted on: what is said about them needs their names. */
type Named = readonly Pick<Participant, 'number' | 'name'>[];

const failureLabels: readonly [Status, (count: number) => string][] = [
  ['changed', (count) => `${pluralise(count, 'registration')} changed in the meantime: please check and try again.`],
  ['gone', (count) => (count === 1 ? '1 registration no longer exists.' : `${count} registrations no longer exist.`)],
  ['full', (count) => `${peopleLabel(count)} could not be moved, because no place is free.`],
];

const failures = (outcomes: Outcomes): string[] => [
  ...failureLabels.flatMap(([status, sentence]) => {
    const count = outcomes.filter((outcome) => outcome.status === status).length;
    return count > 0 ? [sentence(count)] : [];
  }),
  ...new Set(outcomes.flatMap((outcome) => (outcome.status === 'refused' ? [outcome.reason] : []))),
];

/** Returns the outcomes of an action on participants in sentences. `did` completes “2 people were …”. */
export const describeOutcomes = (outcomes: Outcomes, did: string): string => {
  const done = outcomes.filter(({ status }) => status === 'done').length;
  const said = done === 0 ? [] : [`${peopleLabel(done)} ${done === 1 ? 'was' : 'were'} ${did}.`];
  return [...said, ...failures(outcomes)].join(' ');
};

/** Returns in sentences who was cancelled, and who of them is told by email. */
export const describeCancelling = (outcomes: Outcomes, people: Named): string => {
  const say = (isMeant: (outcome: ParticipantOutcome) => boolean, one: string, more: string): string[] => {
    const numbers = new Set(outcomes.filter(isMeant).map(({ number }) => number));
    const names = people.filter(({ number }) => numbers.has(number)).map(({ name }) => name);
    return names.length === 0 ? [] : [`${namesLabel(names)} ${names.length === 1 ? one : more}.`];
  };
  const [off, already] = ['taken off the list', 'already cancelled, so nothing was sent'];
  return [
    ...say(
      (one) => one.status === 'done' && one.told === true,
      `was ${off} and told by email`,
      `were ${off} and told by email`,
    ),
    ...say(
      (one) => one.status === 'done' && one.told !== true,
      `was ${off} without an email`,
      `were ${off} without an email`,
    ),
    ...say(({ status }) => status === 'already-cancelled', `was ${already}`, `were ${already}`),
    ...failures(outcomes),
  ].join(' ');
};

export const allDone = (outcomes: Outcomes): boolean => outcomes.every(({ status }) => status === 'done');

/** Returns the numbers of those with whom nothing is left to do: the others can be tried again. */
export const settledNumbers = (outcomes: Outcomes): number[] =>
  outcomes
    .filter(({ status }) => status === 'done' || status === 'already-cancelled' || status === 'gone')
    .map(({ number }) => number);
