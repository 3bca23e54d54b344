import type { Core } from '@strapi/strapi';
import { type Fullness, looksDifferent } from '#src/api/workshop/domain/fullness';
import { type StoredTimes, timesOf, type WorkshopTimes } from '#src/api/workshop/domain/times';
import type { WorkshopRow } from '#src/api/workshop/workshop-rows';
import { bumpTag } from '#src/cache-tags/cache-tags';
import { type Database, inTransaction, tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { servicesOf } from '#src/services';

/**
 * Creates the table of how many seats each workshop has and how many are taken (confirmed, pending or offered). It is
 * separate from the workshops table, because publishing replaces a workshop's row and would reset the counts. The CHECK
 * is the last guard against taking a seat twice. `sequence` counts the public changes that calendars need to know (RFC
 * 5545, 3.8.7.4), `entry_sequence` every calendar entry that a participant was sent, `announced` is what was last
 * published, `held` the change that participants are not told about yet, `changes` how dates and venue have changed,
 * and `published_as` the workshop as it was last public.
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
    entry_sequence integer not null default 0,
    announced text,
    held text,
    changes text,
    published_as text,
    check (taken >= 0 and taken <= capacity),
    check (waitlisted >= 0)
  )`);

/**
 * A row of `workshop_seats`; `cancelled_at` in milliseconds; `announced`, `held`, `changes` and `published_as` are
 * JSON.
 */
export interface SeatsRow extends Fullness {
  workshop_id: string;
  cancelled_at: number | string | null;
  cancellation_message: string | null;
  sequence: number;
  entry_sequence: number;
  announced: string | null;
  held: string | null;
  changes: string | null;
  published_as: string | null;
}

/** Returns a query of `workshop_seats`, which joins the transaction if there is one. */
export const seatsRows = tableRows<SeatsRow>('workshop_seats');

/** Returns the seats row of a workshop without locking it. */
export const seatsOf = async (database: Database, workshop: string): Promise<SeatsRow | null> =>
  (await seatsRows(database).where({ workshop_id: workshop }).first()) ?? null;

/**
 * Locks the seats row of a workshop until the transaction ends. Every change of seats locks it first, then
 * registrations, then emails, so that changes of one workshop run one after the other, on both databases and in any
 * number of processes.
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

/** Takes a seat for a new registration, never ahead of the waitlist. Returns false when there is none. */
export const takeSeat = (uow: UnitOfWork, workshop: string): Promise<boolean> =>
  changed(
    uow,
    workshop,
    { taken: uow.trx.raw('taken + 1') },
    'taken < capacity and waitlisted = 0 and cancelled_at is null',
  );

/** Takes a free seat for the first on the waitlist. Returns false when no seat is free or nobody is waitlisted. */
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
 * Runs `act` with the seats locked and, if the public pages change, bumps the seats tag in the same transaction.
 * Returns null without a row, which a workshop has from its first publication on.
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

/** Runs a transaction that changes seats: one at a time in this process, so that those that wait hold no connection. */
export const inSeatTransaction = <T>(strapi: Core.Strapi, work: Parameters<typeof inTransaction<T>>[1]): Promise<T> =>
  servicesOf(strapi).seatMutex(() => inTransaction(strapi, work));

/**
 * Returns the SEQUENCE of the next calendar entry that participants are sent. It rises with each of them, so that it
 * never falls for one person and session, also when somebody cancels and registers again (RFC 5546, 2.1.4).
 */
export const nextEntrySequence = async (uow: UnitOfWork, workshop: string): Promise<number> => {
  const own = { workshop_id: workshop };
  await seatsRows(uow).where(own).increment('entry_sequence', 1);
  const row = await seatsRows(uow).where(own).first<Pick<SeatsRow, 'entry_sequence'> | undefined>('entry_sequence');
  return row?.entry_sequence ?? 0;
};

/** Invalidates the pages that show seats; the site is notified once the transaction is committed. */
export const bumpSeatsTag = async (uow: UnitOfWork): Promise<void> => {
  await bumpTag(uow, 'seats');
  uow.afterCommit(uow.services.notifySite);
};

/** A published workshop with what its state follows from. */
export interface WorkshopWithSeats<Row extends StoredTimes = WorkshopRow> {
  row: Row;
  times: WorkshopTimes;
  seats: SeatsRow;
}

/**
 * Adds times and seats to workshop rows, in one statement. Leaves out rows without valid times, which only a direct
 * database change can cause.
 */
export const withSeats = async <Row extends StoredTimes & { documentId: string }>(
  uow: UnitOfWork,
  rows: readonly Row[],
): Promise<WorkshopWithSeats<Row>[]> => {
  if (rows.length === 0) return [];
  const ids = rows.map(({ documentId }) => documentId);
  const found = await seatsRows(uow).whereIn('workshop_id', ids);
  const seatsById = new Map(found.map((seats) => [seats.workshop_id, seats]));
  return rows.flatMap((row) => {
    const [times, seats] = [timesOf(row), seatsById.get(row.documentId)];
    return times && seats ? [{ row, times, seats }] : [];
  });
};
