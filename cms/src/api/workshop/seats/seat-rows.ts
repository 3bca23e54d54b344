import type { Core } from '@strapi/strapi';
import { type Fullness, looksDifferent } from '#src/api/workshop/domain/state';
import { type StoredTimes, timesOf } from '#src/api/workshop/domain/times';
import type { WorkshopWithSeats } from '#src/api/workshop/serialise-workshop';
import { bumpTag } from '#src/cache-tags/cache-tags';
import { type Database, inTransaction, tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { servicesOf } from '#src/services';

/**
 * How many places each workshop has and how many are taken (given, held or offered), apart from the workshop itself: publishing
 * makes its row anew and would set a count back. The CHECK is the last word on selling a place twice.
 * `sequence` counts the changes that calendars have to hear of (RFC 5545 3.8.7.4), `announced` is what participants were told.
 */
export const createWorkshopSeats = (strapi: Core.Strapi): Promise<unknown> =>
  strapi.db.connection.raw(`create table if not exists workshop_seats (
    workshop_id varchar(255) primary key,
    capacity integer not null,
    taken integer not null default 0,
    waitlisted integer not null default 0,
    cancelled_at bigint,
    cancellation_message text,
    sequence integer not null default 0,
    announced text,
    check (taken >= 0 and taken <= capacity),
    check (waitlisted >= 0)
  )`);

/** A row of `workshop_seats`; `cancelled_at` in milliseconds, `announced` is JSON. */
export interface SeatsRow extends Fullness {
  workshop_id: string;
  cancelled_at: number | string | null;
  cancellation_message: string | null;
  sequence: number;
  announced: string | null;
}

/** The rows of `workshop_seats`, inside a transaction if there is one. */
export const seatsRows = tableRows<SeatsRow>('workshop_seats');

/** Read without a lock: for showing. */
export const seatsOf = async (database: Database, workshop: string): Promise<SeatsRow | null> =>
  (await seatsRows(database).where({ workshop_id: workshop }).first()) ?? null;

/**
 * The row of a workshop's places until the transaction ends. Every act upon places takes it first, then registrations, then emails:
 * acts upon one workshop run one after the other, on both databases and in however many processes.
 */
const lockSeats = async (uow: UnitOfWork, workshop: string): Promise<SeatsRow | null> => {
  const [row] = await seatsRows(uow).where({ workshop_id: workshop }).update({ workshop_id: workshop }).returning('*');
  return row ?? null;
};

const changed = async (
  uow: UnitOfWork,
  workshop: string,
  sets: Record<string, unknown>,
  where: string,
): Promise<boolean> => (await seatsRows(uow).where({ workshop_id: workshop }).whereRaw(where).update(sets)) === 1;

/** Takes a place for who comes from outside: not past those who wait. False when there is none. */
export const takeSeat = (uow: UnitOfWork, workshop: string): Promise<boolean> =>
  changed(
    uow,
    workshop,
    { taken: uow.trx.raw('taken + 1') },
    'taken < capacity and waitlisted = 0 and cancelled_at is null',
  );

/** Takes a place that became free for the first who waits. False when nothing is free or nobody waits. */
export const takeSeatForWaitlist = (uow: UnitOfWork, workshop: string): Promise<boolean> =>
  changed(
    uow,
    workshop,
    { taken: uow.trx.raw('taken + 1'), waitlisted: uow.trx.raw('waitlisted - 1') },
    'taken < capacity and waitlisted > 0 and cancelled_at is null',
  );

export const returnSeat = (uow: UnitOfWork, workshop: string): Promise<boolean> =>
  changed(uow, workshop, { taken: uow.trx.raw('taken - 1') }, 'taken > 0');

export const joinWaitlist = (uow: UnitOfWork, workshop: string): Promise<boolean> =>
  changed(uow, workshop, { waitlisted: uow.trx.raw('waitlisted + 1') }, '1 = 1');

export const leaveWaitlist = (uow: UnitOfWork, workshop: string): Promise<boolean> =>
  changed(uow, workshop, { waitlisted: uow.trx.raw('waitlisted - 1') }, 'waitlisted > 0');

/**
 * Runs `act` with the places locked and, where pages say something else afterwards, counts that in the same transaction. Gives null
 * without a row, which a workshop has from its first publication on.
 */
export const withLockedSeats = async <T>(
  uow: UnitOfWork,
  workshop: string,
  act: (before: SeatsRow) => Promise<T>,
): Promise<T | null> => {
  const before = await lockSeats(uow, workshop);
  if (before === null) return null;
  const result = await act(before);
  const after = await seatsOf(uow, workshop);
  if (after === null || looksDifferent(before, after)) await bumpSeatsTag(uow);
  return result;
};

/** A transaction that acts upon places: one at a time in this process, so that who waits for a place waits without a connection. */
export const inSeatTransaction = <T>(strapi: Core.Strapi, work: Parameters<typeof inTransaction<T>>[1]): Promise<T> =>
  servicesOf(strapi).seatMutex(() => inTransaction(strapi, work));

/** Pages say something else of places after this transaction; the site hears of it once it is committed. */
export const bumpSeatsTag = async (uow: UnitOfWork): Promise<void> => {
  await bumpTag(uow, 'seats');
  uow.afterCommit(uow.services.notifySite);
};

/** Rows of workshops with their times and places, in one more statement; what was published past the rules (by a hand in the database) is left out. */
export const withSeats = async <Row extends StoredTimes & { documentId: string }>(
  uow: UnitOfWork,
  rows: readonly Row[],
): Promise<WorkshopWithSeats<Row>[]> => {
  const ids = rows.map(({ documentId }) => documentId);
  const found = await seatsRows(uow).whereIn('workshop_id', ids);
  const seatsById = new Map(found.map((places) => [places.workshop_id, places]));
  return rows.flatMap((row) => {
    const [times, places] = [timesOf(row), seatsById.get(row.documentId)];
    return times && places ? [{ row, times, places }] : [];
  });
};
