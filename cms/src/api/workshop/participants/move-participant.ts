import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { oweLetter } from '#src/api/email/outbox/enqueue-email';
import type { PersonAsRead, PlaceOutcome } from '#src/api/workshop/admin-contract';
import { placeEntry } from '#src/api/workshop/calendar/registration-calendar';
import {
  aboutRegistration,
  type Around,
  comingOf,
  lettersOf,
  privateLinkOf,
} from '#src/api/workshop/emails/participant-emails';
import { workshopChanged } from '#src/api/workshop/emails/to-participant';
import { listedWith } from '#src/api/workshop/registration/register';
import {
  registrationOf,
  type RegistrationRow,
  registrationRows,
} from '#src/api/workshop/registration/registration-rows';
import { offerFreed, release } from '#src/api/workshop/seats/offers';
import {
  inPlaceTransaction,
  joinWaitlist,
  type PlacesRow,
  takePlace,
  withPlaces,
} from '#src/api/workshop/seats/seat-rows';
import { aroundOf } from '#src/api/workshop/workshop-context';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/conflict-error';
import { found } from '#src/http/params';

interface Place {
  places: PlacesRow;
  around: Around;
}

/** Both workshops with their places locked, always in the order of their ids: two moves in opposite directions don't wait for each other. */
const withBoth = async <T>(
  uow: UnitOfWork,
  from: string,
  to: string,
  act: (from: Place, to: Place) => Promise<T>,
): Promise<T> => {
  const placeOf = async (places: PlacesRow): Promise<Place> => ({
    places,
    around: found(await aroundOf(strapi, places.workshop_id, places)),
  });
  const [first = from, second = to] = [from, to].sort();
  const done = await withPlaces(uow, first, (one) =>
    withPlaces(uow, second, async (other) => {
      const [left, right] = first === from ? [one, other] : [other, one];
      return { result: await act(await placeOf(left), await placeOf(right)) };
    }),
  );
  return found(done).result;
};

const refuseWhen = (refused: boolean, message: string): void => {
  if (refused) throw new ConflictError(message);
};

/** One letter: the old entry goes out of their calendar, the new one comes in. */
const tellMoved = async (
  uow: UnitOfWork,
  person: RegistrationRow,
  from: Around,
  to: Around,
  now: Date,
): Promise<void> => {
  const attachments = [
    ...placeEntry(strapi, person, from, 'CANCEL', now),
    ...placeEntry(strapi, person, to, 'REQUEST', now),
  ];
  const letter = workshopChanged({
    to: person.email,
    own: privateLinkOf(strapi, person),
    coming: comingOf(to),
    attachments,
  });
  await oweLetter(uow, {
    kind: 'place-moved',
    letter,
    about: aboutRegistration(person),
    once: `place-moved:${person.id}:${person.version}`,
    makesSenseUntil: new Date(to.times.ends),
  });
};

const move = async (
  uow: UnitOfWork,
  person: RegistrationRow,
  from: Place,
  to: Place,
  now: Date,
): Promise<'done' | 'full'> => {
  const target = to.around.row.documentId;
  const begun = ({ around }: Place): boolean => now.toISOString() >= around.times.starts;
  refuseWhen(
    person.state !== 'registered' && person.state !== 'waiting',
    'Only somebody with a place, or on the waitlist, can be moved.',
  );
  refuseWhen(begun(from), 'This workshop has begun: nobody can be moved any more.');
  refuseWhen(
    begun(to) || to.places.cancelled_at !== null,
    'Nobody can be moved there any more: it has begun, or is called off.',
  );
  refuseWhen((await listedWith(uow, target, person.email)) !== null, `${person.name} is on the list there already.`);
  if (person.state === 'registered' && !(await takePlace(uow, target))) return 'full';
  await lettersOf(uow, person, from.around).withdraw();
  // Whoever waits begins at the end of the other waitlist: nobody there is passed.
  const sets = { workshop_id: target, updated_at: now, ...(person.state === 'waiting' && { sent: now }) };
  await registrationRows(uow).where({ id: person.id }).update(sets).increment('version', 1);
  await release(uow, person);
  const moved: RegistrationRow = { ...person, workshop_id: target, version: person.version + 1 };
  if (person.state === 'registered') await tellMoved(uow, moved, from.around, to.around, now);
  else {
    await joinWaitlist(uow, target);
    if ((await offerFreed(uow, to.around, now)) === 0) await lettersOf(uow, moved, to.around).onWaitlist();
  }
  await offerFreed(uow, from.around, now);
  return 'done';
};

/**
 * Moves somebody to another workshop, if they are still what she read. Whoever has a place gets one there only if there is one;
 * else nothing is changed. The private link stays the same.
 */
export const movePerson = async (
  strapi: Core.Strapi,
  workshop: string,
  { number, version }: PersonAsRead,
  target: string,
  now: Date,
): Promise<PlaceOutcome> => {
  if (target === workshop) return { number, became: 'refused', because: 'That is the same workshop.' };
  try {
    const became = await inPlaceTransaction(strapi, (uow) =>
      withBoth(uow, workshop, target, async (from, to) => {
        const row = await registrationOf(uow, number);
        const person = found(row && row.workshop_id === workshop && row.state !== 'shadow' ? row : null);
        return person.version === version ? move(uow, person, from, to, now) : 'changed';
      }),
    );
    return { number, became };
  } catch (error) {
    if (error instanceof ConflictError) return { number, became: 'refused', because: error.message };
    if (error instanceof errors.NotFoundError) return { number, became: 'gone' };
    throw error;
  }
};
