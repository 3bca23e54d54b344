import type { Core } from '@strapi/strapi';
import { practiceOfWorkshops } from '#src/api/practice/read-practice';
import { workshopErrors } from '#src/api/workshop/domain/before-publishing';
import { type StoredTimes, type StoredWorkshop, timesOf } from '#src/api/workshop/domain/times';
import { announceChanges } from '#src/api/workshop/emails/announce-changes';
import { deleteParticipantsOf } from '#src/api/workshop/registration/delete-participants';
import { offerFreeSeats } from '#src/api/workshop/seats/offers';
import { type SeatsRow, seatsRows, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { findPublishedWorkshop } from '#src/api/workshop/workshop-rows';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { checkBeforePublishing, throwIfInvalid } from '#src/documents/check-before-publishing';
import type { ChangeMiddleware, Write } from '#src/documents/document-rules';
import { refuseMistypedDates, refuseWithParticipants } from './protect-participants';

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
 * @throws ValidationError when more seats are taken than the workshop would have, or for dates that can't be meant
 * @public Tests call it while others register.
 */
export const setUpSeats = async (uow: UnitOfWork, documentId: string, now: Date): Promise<void> => {
  const row = await findPublishedWorkshop(uow.strapi, documentId);
  if (row === null) return;
  await seatsRows(uow).insert({ workshop_id: documentId, capacity: row.capacity }).onConflict('workshop_id').ignore();
  await withLockedSeats(uow, documentId, async (seats) => {
    const times = timesOf(row);
    if (times !== null) await refuseMistypedDates(uow, row, times, seats, now);
    await setCapacity(uow, documentId, row.capacity, seats);
    const context = await announceChanges(uow, row, seats, now);
    if (context !== null) await offerFreeSeats(uow, context, now);
  });
};

const isOneOfThese = (action: Write): action is 'publish' | 'unpublish' | 'delete' =>
  action === 'publish' || action === 'unpublish' || action === 'delete';

/**
 * Updates the seats when a workshop is published; refuses to unpublish or delete one that people are registered for.
 */
export const keepSeats =
  (strapi: Core.Strapi, clock: () => Date): ChangeMiddleware =>
  async ({ uid: changed, action, params }, next) => {
    const { documentId } = params;
    if (changed !== uid || documentId === undefined || !isOneOfThese(action)) return next();
    return inTransaction(strapi, async (uow) => {
      // Locked, so that nobody registers in the meantime.
      if (action !== 'publish')
        await withLockedSeats(uow, documentId, (seats) => refuseWithParticipants(uow, seats, action, clock()));
      if (action === 'unpublish') return next();
      if (action === 'delete') {
        await deleteParticipantsOf(strapi, documentId);
        await seatsRows(uow).where({ workshop_id: documentId }).delete();
        return next();
      }
      const result = await next();
      await setUpSeats(uow, documentId, clock());
      return result;
    });
  };

/** Gives a workshop without a time zone that of the practice. */
export const setTimeZone =
  (strapi: Core.Strapi): ChangeMiddleware =>
  async (change, next) => {
    const { action, params } = change;
    const data = params.data ?? {};
    const isMissing = action === 'create' ? !data.timeZone : 'timeZone' in data && !data.timeZone;
    if (change.uid === uid && (action === 'create' || action === 'update') && isMissing) {
      const { timeZone } = await practiceOfWorkshops(strapi);
      change.params = { ...params, data: { ...data, timeZone } };
    }
    return next();
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
