import { offeredUntil } from '#src/api/workshop/domain/deadlines';
import type { Around } from '#src/api/workshop/emails/participant-emails';
import { lettersOf } from '#src/api/workshop/emails/participant-emails';
import { moveOn, type RegistrationRow, registrationRows } from '#src/api/workshop/registration/registration-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { givePlaceBack, leaveWaitlist, takePlaceForWaiting } from './seat-rows';

const firstWaiting = async (uow: UnitOfWork, workshop: string): Promise<RegistrationRow | null> =>
  (await registrationRows(uow).where({ workshop_id: workshop, state: 'waiting' }).orderBy(['sent', 'id']).first()) ??
  null;

/**
 * Offers what is free to those who wait, in the order in which they registered, one place to one person. To be called by every act
 * that frees places, within `withPlaces`. Gives how many offers were made.
 */
export const offerFreed = async (uow: UnitOfWork, around: Around, now: Date): Promise<number> => {
  const { row, times } = around;
  const until = offeredUntil(now, new Date(times.starts));
  if (until === null) return 0;
  let offers = 0;
  while (await takePlaceForWaiting(uow, row.documentId)) {
    const person = await firstWaiting(uow, row.documentId);
    if (!person || !(await moveOn(uow, person, ['waiting'], 'offered', { until }, now))) {
      throw new Error('The waitlist’s count and its people differ.');
    }
    await lettersOf(uow, { ...person, state: 'offered', version: person.version + 1 }, around).offered(until);
    offers += 1;
  }
  return offers;
};

/** Undoes what a registration in that state holds of its workshop's places; to be called before `offerFreed`. */
export const release = async (uow: UnitOfWork, { workshop_id, state }: RegistrationRow): Promise<void> => {
  if (state === 'held' || state === 'registered' || state === 'offered') await givePlaceBack(uow, workshop_id);
  if (state === 'waiting') await leaveWaitlist(uow, workshop_id);
};
