import { announceChanges } from '#src/api/workshop/emails/announce-changes';
import { loadWorkshopContext } from '#src/api/workshop/workshop-context';
import { findPublishedWorkshop } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { throwIfInvalid } from '#src/documents/check-before-publishing';
import { offerFreeSeats } from './offers';
import { type SeatsRow, seatsRows, withLockedSeats } from './seat-rows';

/** Sets the capacity, but never below the seats taken: the CHECK of the table would reject that, too. */
const setCapacity = async (uow: UnitOfWork, workshop: string, capacity: number, { taken }: SeatsRow): Promise<void> => {
  const set = await seatsRows(uow).where({ workshop_id: workshop }).where('taken', '<=', capacity).update({ capacity });
  if (set === 1) return;
  const message = `${taken === 1 ? 'One place is' : `${taken} places are`} given, held or offered already, so there can’t be fewer. Cancel somebody’s place first, or leave it at ${taken} or more.`;
  throwIfInvalid([{ field: 'capacity', message }]);
};

/**
 * Applies the publication of a workshop to its seats: sets the capacity, announces a new date or venue to participants
 * and offers new seats to the waitlist. `documentId` names a published workshop.
 *
 * @throws ValidationError when more are taken than there are to be
 */
export const setUpSeats = async (uow: UnitOfWork, documentId: string, now: Date): Promise<void> => {
  const row = await findPublishedWorkshop(uow.strapi, { documentId });
  if (row === null) return;
  await seatsRows(uow).insert({ workshop_id: documentId, capacity: row.capacity }).onConflict('workshop_id').ignore();
  await withLockedSeats(uow, documentId, async (seats) => {
    await setCapacity(uow, documentId, row.capacity, seats);
    const context = await loadWorkshopContext(uow.strapi, row, seats);
    if (context === null) return;
    await announceChanges(uow, context, seats, now);
    await offerFreeSeats(uow, context, now);
  });
};
