import { announceChanges } from '#src/api/workshop/emails/announce-changes';
import { aroundOf } from '#src/api/workshop/workshop-context';
import { publicWorkshop } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { throwIfInvalid } from '#src/documents/validation-errors';
import { offerFreed } from './offers';
import { type PlacesRow, placesRows, withPlaces } from './seat-rows';

/** As many places as she says, but never fewer than are taken: the database would refuse that, too. */
const setCapacity = async (
  uow: UnitOfWork,
  workshop: string,
  capacity: number,
  { taken }: PlacesRow,
): Promise<void> => {
  const set = await placesRows(uow)
    .where({ workshop_id: workshop })
    .where('taken', '<=', capacity)
    .update({ capacity });
  if (set === 1) return;
  const message = `${taken === 1 ? 'One place is' : `${taken} places are`} given, held or offered already, so there can’t be fewer. Cancel somebody’s place first, or leave it at ${taken} or more.`;
  throwIfInvalid([{ field: 'capacity', message }]);
};

/**
 * What publishing a workshop means for its places: there are as many as it says now, who has one hears of a new date or venue, and new
 * places are offered to those who wait. `documentId` names a published workshop.
 *
 * @throws ValidationError when more are taken than there are to be
 */
export const setUpPlaces = async (uow: UnitOfWork, documentId: string, now: Date): Promise<void> => {
  const row = await publicWorkshop(strapi, { documentId });
  if (row === null) return;
  await placesRows(uow).insert({ workshop_id: documentId, capacity: row.capacity }).onConflict('workshop_id').ignore();
  await withPlaces(uow, documentId, async (places) => {
    await setCapacity(uow, documentId, row.capacity, places);
    const around = await aroundOf(strapi, row, places);
    if (around === null) return;
    await announceChanges(uow, around, places, now);
    await offerFreed(uow, around, now);
  });
};
