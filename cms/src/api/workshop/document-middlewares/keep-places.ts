import type { Core } from '@strapi/strapi';
import type { ChangeMiddleware } from '../../../documents/change';
import { inTransaction, type Transaction } from '../../../documents/transaction';
import { refuse } from '../../../documents/refuse';
import { announceChanges } from '../../registration/services/announce';
import { aroundOf } from '../../registration/services/around';
import { forgetParticipantsOf } from '../../registration/services/forget-participants';
import { offerFreed } from '../../registration/services/offers';
import { onTheList, registrationRows } from '../../registration/services/registration-rows';
import { placesRows, withPlaces, type PlacesRow } from '../services/places';
import { publicWorkshop } from '../services/workshop-rows';

const uid = 'api::workshop.workshop';

/** As many places as she says, but never fewer than are taken: the database would refuse that, too. */
const setCapacity = async (strapi: Core.Strapi, trx: Transaction, workshop: string, capacity: number, { taken }: PlacesRow): Promise<void> => {
  const set = await placesRows(strapi, trx).where({ workshop_id: workshop }).where('taken', '<=', capacity).update({ capacity });
  if (set === 1) return;
  const message = `${taken === 1 ? 'One place is' : `${taken} places are`} given, held or offered already, so there can’t be fewer. Cancel somebody’s place first, or leave it at ${taken} or more.`;
  refuse([{ field: 'capacity', message }]);
};

const afterPublishing = async (strapi: Core.Strapi, trx: Transaction, documentId: string, now: Date): Promise<void> => {
  const row = await publicWorkshop(strapi, { documentId });
  if (row === null) return;
  await placesRows(strapi, trx).insert({ workshop_id: documentId, capacity: row.capacity }).onConflict('workshop_id').ignore();
  await withPlaces(strapi, trx, documentId, async (places) => {
    await setCapacity(strapi, trx, documentId, row.capacity, places);
    const around = await aroundOf(strapi, row, places);
    if (around === null) return;
    await announceChanges(strapi, trx, around, places, now);
    await offerFreed(strapi, trx, around, now);
  });
};

const refuseWithPeople = async (strapi: Core.Strapi, trx: Transaction, workshop: string): Promise<void> => {
  const [places] = (await placesRows(strapi, trx).where({ workshop_id: workshop })) as PlacesRow[];
  const someone: { id: number } | undefined = await registrationRows(strapi, trx).where({ workshop_id: workshop }).whereIn('state', [...onTheList]).first('id');
  if (places && places.cancelled_at === null && someone) {
    refuse([{ field: 'title', message: 'There are people on the list of this workshop. Call it off first, so that they hear of it; then it can be deleted.' }]);
  }
};

/** What publishing, or deleting, a workshop means for its places and for who has one. */
export const keepPlaces =
  (strapi: Core.Strapi, clock: () => Date): ChangeMiddleware =>
  async ({ uid: changed, action, params }, next) => {
    const { documentId } = params;
    if (changed !== uid || documentId === undefined || (action !== 'publish' && action !== 'delete')) return next();
    return inTransaction(strapi, async ({ trx }) => {
      if (action === 'delete') {
        await refuseWithPeople(strapi, trx, documentId);
        await forgetParticipantsOf(strapi, documentId);
        await placesRows(strapi, trx).where({ workshop_id: documentId }).delete();
        return next();
      }
      const result = await next();
      await afterPublishing(strapi, trx, documentId, clock());
      return result;
    });
  };
