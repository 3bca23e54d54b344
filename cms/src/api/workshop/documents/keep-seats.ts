import type { Core } from '@strapi/strapi';
import { deleteParticipantsOf } from '#src/api/workshop/registration/delete-participants';
import { activeStates, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { seatsRows } from '#src/api/workshop/seats/seat-rows';
import { setUpSeats } from '#src/api/workshop/seats/set-up-seats';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import type { ChangeMiddleware } from '#src/documents/change';
import { throwIfInvalid } from '#src/documents/validation-errors';

const uid = 'api::workshop.workshop';

const refuseWithPeople = async (uow: UnitOfWork, workshop: string): Promise<void> => {
  const [places] = await seatsRows(uow).where({ workshop_id: workshop });
  const someone: { id: number } | undefined = await registrationRows(uow)
    .where({ workshop_id: workshop })
    .whereIn('state', [...activeStates])
    .first('id');
  if (places && places.cancelled_at === null && someone) {
    throwIfInvalid([
      {
        field: 'title',
        message:
          'There are people on the list of this workshop. Call it off first, so that they hear of it; then it can be deleted.',
      },
    ]);
  }
};

/** What publishing, or deleting, a workshop means for its places and for who has one. */
export const keepSeats =
  (strapi: Core.Strapi, clock: () => Date): ChangeMiddleware =>
  async ({ uid: changed, action, params }, next) => {
    const { documentId } = params;
    if (changed !== uid || documentId === undefined || (action !== 'publish' && action !== 'delete')) return next();
    return inTransaction(strapi, async (uow) => {
      if (action === 'delete') {
        await refuseWithPeople(uow, documentId);
        await deleteParticipantsOf(strapi, documentId);
        await seatsRows(uow).where({ workshop_id: documentId }).delete();
        return next();
      }
      const result = await next();
      await setUpSeats(uow, documentId, clock());
      return result;
    });
  };
