import type { Core } from '@strapi/strapi';
import { lettersOf } from '#src/api/workshop/emails/participant-emails';
import { offerFreed, release } from '#src/api/workshop/seats/offers';
import { joinWaitlist } from '#src/api/workshop/seats/seat-rows';
import { ConflictError } from '#src/http/conflict-error';
import type { Acting } from './locked-registration';
import { moveOn, onTheList, type RegistrationRow, type RegistrationState } from './registration-rows';

/** `person` as the step leaves it. */
const next = (person: RegistrationRow, state: RegistrationState): RegistrationRow => ({
  ...person,
  state,
  version: person.version + 1,
  until: null,
});

const hasBegun = ({ around: { times } }: Acting, now: Date): boolean => now.toISOString() >= times.starts;
const isOver = ({ person: { until } }: Acting, now: Date): boolean => until !== null && new Date(until) <= now;

const refuseWhen = (refused: boolean, message: string): void => {
  if (refused) throw new ConflictError(message);
};

/**
 * It was they: the place is theirs, or they stand on the waitlist. Done before, it changes nothing. False when what was held has been
 * given back meanwhile.
 */
export const confirmPlace = async (strapi: Core.Strapi, acting: Acting, now: Date): Promise<boolean> => {
  const { uow, person, around, places } = acting;
  if (person.state !== 'held' && person.state !== 'wished')
    return person.state === 'registered' || person.state === 'waiting' || person.state === 'offered';
  if (isOver(acting, now) || places.cancelled_at !== null) return false;
  if (person.state === 'held') {
    await moveOn(uow, person, ['held'], 'registered', { confirmed_at: now, until: null }, now);
    await lettersOf(uow, next(person, 'registered'), around).given(now);
    return true;
  }
  await moveOn(uow, person, ['wished'], 'waiting', { confirmed_at: now, until: null }, now);
  await joinWaitlist(uow, person.workshop_id);
  // Where something is free, the offer says so: one letter, not two.
  const offers = await offerFreed(uow, around, now);
  if (offers === 0) await lettersOf(uow, next(person, 'waiting'), around).onWaitlist();
  return true;
};

/** They take what is offered to them. ConflictError when the offer has run out, or the workshop has begun or is called off. */
export const acceptOffer = async (strapi: Core.Strapi, acting: Acting, now: Date): Promise<void> => {
  const { uow, person, around, places } = acting;
  if (person.state === 'registered') return;
  refuseWhen(
    person.state !== 'offered' || isOver(acting, now) || hasBegun(acting, now) || places.cancelled_at !== null,
    'This offer has run out.',
  );
  await moveOn(uow, person, ['offered'], 'registered', { until: null }, now);
  await lettersOf(uow, person, around).withdraw('place-offered');
  await lettersOf(uow, next(person, 'registered'), around).given(now);
};

/** They pass an offer on to the next who waits. */
export const passOffer = async (strapi: Core.Strapi, acting: Acting, now: Date): Promise<void> => {
  const { uow, person, around } = acting;
  if (person.state === 'over') return;
  refuseWhen(person.state !== 'offered', 'There is no offer to pass on.');
  await lettersOf(uow, person, around).withdraw();
  await moveOn(uow, person, ['offered'], 'over', { until: null }, now);
  await release(uow, person);
  await offerFreed(uow, around, now);
};

/** Who takes somebody off the list, and whether a letter says so. */
export interface Cancelling {
  by: 'participant' | 'counsellor';
  tell: boolean;
}

const hearsOfIt = ({ by, tell }: Cancelling, state: RegistrationState): boolean =>
  tell && (state === 'registered' || (by === 'counsellor' && (state === 'waiting' || state === 'offered')));

/**
 * Takes somebody off the list and offers what that frees. Their letter takes the workshop out of their calendar. ConflictError once it
 * has begun.
 */
export const cancelPlace = async (
  strapi: Core.Strapi,
  acting: Acting,
  cancelling: Cancelling,
  now: Date,
): Promise<void> => {
  const { uow, person, around } = acting;
  if (person.state === 'cancelled') return;
  refuseWhen(hasBegun(acting, now), 'The workshop has begun, so the place can’t be given back any more.');
  refuseWhen(person.state === 'over', 'There is no place to give back any more.');
  await lettersOf(uow, person, around).withdraw();
  await moveOn(uow, person, [...onTheList, 'shadow'], 'cancelled', { until: null }, now);
  await release(uow, person);
  if (hearsOfIt(cancelling, person.state))
    await lettersOf(uow, next(person, 'cancelled'), around).cancelled(person.state === 'registered', now);
  await offerFreed(uow, around, now);
};
