import type { Core } from '@strapi/strapi';
import { workshopErrors } from '#src/api/workshop/domain/before-publishing';
import { type StoredTimes, type StoredWorkshop, timesOf } from '#src/api/workshop/domain/times';
import { announceChanges } from '#src/api/workshop/emails/announce-changes';
import { deleteParticipantsOf } from '#src/api/workshop/registration/delete-participants';
import { activeStates, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { offerFreeSeats } from '#src/api/workshop/seats/offers';
import { type SeatsRow, seatsRows, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { findPublishedWorkshop, loadWorkshopContext } from '#src/api/workshop/workshop-rows';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { checkBeforePublishing, throwIfInvalid } from '#src/documents/check-before-publishing';
import type { ChangeMiddleware } from '#src/documents/document-rules';

const uid = 'api::workshop.workshop';

export const checkWorkshop = checkBeforePublishing<StoredWorkshop>({
  uid,
  populate: { cover: true, sessions: true, prices: true, programme: true },
  textOf: ({ description }) => description,
  errorsOf: workshopErrors,
});

interface Row extends StoredTimes {
  id: number;
  startsAt: string | null;
  endsAt: string | null;
}

const storeTimesOf = async (uow: UnitOfWork, documentId: string): Promise<void> => {
  const rows = (await uow.strapi.db.query(uid).findMany({
    select: ['id', 'timeZone', 'opensDay', 'opensTime', 'closesDay', 'closesTime', 'startsAt', 'endsAt'],
    where: { documentId },
    populate: { sessions: true },
  })) as Row[];
  for (const row of rows) {
    const times = timesOf(row);
    const [starts_at, ends_at] = [times?.starts ?? null, times?.ends ?? null];
    if (starts_at !== row.startsAt || ends_at !== row.endsAt)
      await uow.strapi.db
        .getConnection('workshops')
        .transacting(uow.trx)
        .where({ id: row.id })
        .update({ starts_at, ends_at });
  }
};

/**
 * Stores the start and the end of a workshop as instants that lists sort by, whenever its sessions may have changed.
 */
export const keepTimes =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid: changed, action, params }, next) => {
    if (changed !== uid || action === 'delete') return next();
    return inTransaction(strapi, async (uow) => {
      const result = await next();
      const documentId =
        params.documentId !== undefined && action !== 'clone'
          ? params.documentId
          : (result as { documentId?: string } | null)?.documentId;
      if (documentId !== undefined) await storeTimesOf(uow, documentId);
      return result;
    });
  };

/**
 * Sets the capacity, but never below the seats taken, which the CHECK of the table would reject, too.
 * @throws ValidationError with the number of seats taken
 */
const setCapacity = async (uow: UnitOfWork, workshop: string, capacity: number, { taken }: SeatsRow): Promise<void> => {
  const set = await seatsRows(uow).where({ workshop_id: workshop }).where('taken', '<=', capacity).update({ capacity });
  if (set === 1) return;
  const message = `${taken === 1 ? 'One place is' : `${taken} places are`} already confirmed, reserved or on offer, so there can’t be fewer. Cancel someone’s place first, or enter ${taken} or more.`;
  throwIfInvalid([{ field: 'capacity', message }]);
};

/**
 * Applies the publication of a workshop to its seats: sets the capacity, announces changes to participants and offers
 * new seats to the waitlist.
 * @param documentId a published workshop
 * @throws ValidationError when more seats are taken than the workshop would have
 * @public Tests call it while others register.
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

/** @throws ValidationError for a workshop that has participants and is not cancelled */
const refuseWithParticipants = async (uow: UnitOfWork, workshop: string): Promise<void> => {
  const [seats] = await seatsRows(uow).where({ workshop_id: workshop });
  const someone: { id: number } | undefined = await registrationRows(uow)
    .where({ workshop_id: workshop })
    .whereIn('state', [...activeStates])
    .first('id');
  if (seats && seats.cancelled_at === null && someone) {
    throwIfInvalid([
      {
        field: 'title',
        message:
          'People have registered for this workshop. Cancel the workshop first, so that they are told. Then you can delete it.',
      },
    ]);
  }
};

/**
 * Updates the seats when a workshop is published; refuses to delete a workshop that has participants and is not
 * cancelled.
 */
export const keepSeats =
  (strapi: Core.Strapi, clock: () => Date): ChangeMiddleware =>
  async ({ uid: changed, action, params }, next) => {
    const { documentId } = params;
    if (changed !== uid || documentId === undefined || (action !== 'publish' && action !== 'delete')) return next();
    return inTransaction(strapi, async (uow) => {
      if (action === 'delete') {
        await refuseWithParticipants(uow, documentId);
        await deleteParticipantsOf(strapi, documentId);
        await seatsRows(uow).where({ workshop_id: documentId }).delete();
        return next();
      }
      const result = await next();
      await setUpSeats(uow, documentId, clock());
      return result;
    });
  };

/** Removes the sessions from a copied workshop, which takes place on other days. */
export const resetCopiedSessions =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async ({ uid, action }, next) => {
    const copy = await next();
    const { documentId } = (copy ?? {}) as { documentId?: string };
    // Set afterwards, because Strapi merges lists that `clone` is given into the original's.
    if (uid === 'api::workshop.workshop' && action === 'clone' && documentId !== undefined)
      await strapi.documents(uid).update({ documentId, data: { sessions: [] } });
    return copy;
  };
