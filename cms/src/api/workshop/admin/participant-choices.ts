import type { Marks, Participant, RegistrationState, WorkshopWithParticipants } from 'shared';
import { namesLabel, pluralise } from '#src/admin/components/labels';

type Workshop = Pick<WorkshopWithParticipants, 'state' | 'attendanceOpen' | 'moveTargets'>;
type Person = Pick<Participant, 'name' | 'state' | 'price' | 'paid' | 'attended'>;

const canBeCancelled: readonly RegistrationState[] = ['confirmed', 'offered', 'unconfirmed', 'waitlisted'];
/** Nobody has confirmed the address of the others, so they are told nothing. */
const isTold: readonly RegistrationState[] = ['confirmed', 'offered', 'waitlisted'];
const canBeMoved: readonly RegistrationState[] = ['confirmed', 'waitlisted'];

interface Mark {
  label: string;
  marks: Marks;
  isPossible: (person: Person, workshop: Workshop) => boolean;
}

const marks: readonly Mark[] = [
  {
    label: 'Attended',
    marks: { attended: true },
    isPossible: ({ state, attended }, { attendanceOpen }) =>
      attendanceOpen && state === 'confirmed' && attended !== true,
  },
  {
    label: 'Did not attend',
    marks: { attended: false },
    isPossible: ({ state, attended }, { attendanceOpen }) =>
      attendanceOpen && state === 'confirmed' && attended !== false,
  },
  { label: 'Paid', marks: { paid: true }, isPossible: ({ price, paid }) => (price?.pence ?? 0) > 0 && !paid },
  { label: 'Not paid', marks: { paid: false }, isPossible: ({ paid }) => paid },
];

/** What can be done with everybody who is selected; nothing if nobody is. */
export interface Choices {
  marks: readonly Pick<Mark, 'label' | 'marks'>[];
  canEmail: boolean;
  canMove: boolean;
  canCancel: boolean;
}

/** Returns what can be done with all of the selected participants. */
export const choicesFor = (selected: readonly Person[], workshop: Workshop): Choices => {
  const all = (isPossible: (person: Person) => boolean): boolean => selected.length > 0 && selected.every(isPossible);
  const hasBegun = workshop.state === 'under way' || workshop.state === 'past';
  const isOn = !hasBegun && workshop.state !== 'cancelled';
  return {
    marks: marks.filter(({ isPossible }) => all((person) => isPossible(person, workshop))),
    canEmail: all(({ state }) => state !== 'unconfirmed'),
    canMove: isOn && workshop.moveTargets.length > 0 && all(({ state }) => canBeMoved.includes(state)),
    canCancel: isOn && all(({ state }) => canBeCancelled.includes(state)),
  };
};

const names = (people: readonly Person[]): string => namesLabel(people.map(({ name }) => name));

/** Returns what is asked before the selected participants are cancelled, and what then happens, in sentences. */
export const cancelQuestion = (selected: readonly Person[], notify: boolean): { title: string; says: string } => {
  const [told, others] = [true, false].map((tells) => selected.filter(({ state }) => isTold.includes(state) === tells));
  const title =
    selected.length === 1 ? `Cancel ${names(selected)}’s place?` : `Cancel ${pluralise(selected.length, 'place')}?`;
  const whom = selected.length === 1 ? 'them' : 'each of them';
  const have = others?.length === 1 ? 'has' : 'have';
  const emails = notify
    ? [
        ...(told?.length ? [`${names(told)} will be told by email.`] : []),
        ...(others?.length
          ? [`${names(others)} ${have} not confirmed an email address yet, so no email is sent there.`]
          : []),
      ]
    : [`${names(selected)} will get no email, so please tell ${whom} yourself.`];
  const frees = selected.some(({ state }) => state !== 'waitlisted');
  const offers = 'A place that becomes free is offered to the waitlist, and you can’t take back an offer.';
  return { title, says: [...emails, ...(frees ? [offers] : [])].join(' ') };
};
