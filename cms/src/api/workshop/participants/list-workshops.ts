import type { Core } from '@strapi/strapi';
import type { ListedWorkshop, ListedWorkshops, NextWorkshop, SeatCounts, WorkshopSeats } from 'shared';
import { stateOf } from '#src/api/workshop/domain/schedule';
import type { StoredSession } from '#src/api/workshop/domain/times';
import { registrationRows, type StoredState } from '#src/api/workshop/registration/registration-rows';
import { type SeatsRow, withSeats, type WorkshopWithSeats } from '#src/api/workshop/seats/seat-rows';
import { hoursOf } from '#src/api/workshop/serialise-workshop';
import type { WorkshopRow } from '#src/api/workshop/workshop-rows';
import { inReadTransaction, selectRaw, type UnitOfWork } from '#src/database/unit-of-work';
import { heldChangeOf } from './held-change';

/** The columns of a workshop that the admin needs, published or a draft. */
interface AdminWorkshopRow extends Pick<
  WorkshopRow,
  'id' | 'documentId' | 'timeZone' | 'opensDay' | 'opensTime' | 'closesDay' | 'closesTime' | 'prices'
> {
  slug: string;
  title: string;
  publishedAt: string | null;
  cpdHours: number | string | null;
  sessions: StoredSession[];
}

const adminColumns = [
  'id',
  'documentId',
  'slug',
  'title',
  'publishedAt',
  'timeZone',
  'opensDay',
  'opensTime',
  'closesDay',
  'closesTime',
  'cpdHours',
];

/** The rows with these ids; joins the transaction that is under way. */
const adminWorkshopRows = async (strapi: Core.Strapi, ids: readonly number[]): Promise<AdminWorkshopRow[]> =>
  (await strapi.db.query('api::workshop.workshop').findMany({
    select: adminColumns,
    populate: { sessions: true, prices: true },
    where: { id: { $in: [...ids] } },
  })) as AdminWorkshopRow[];

interface Counted {
  workshop_id: string;
  state: StoredState;
  n: number | string;
  access_needs: number | string;
}

/**
 * Counts the participants of these workshops by state, in one statement; capacity and free seats come from the seats
 * row.
 */
const countParticipants = async (
  uow: UnitOfWork,
  workshops: readonly string[],
): Promise<(seats: SeatsRow) => SeatCounts> => {
  const rows: Counted[] = await registrationRows(uow)
    .whereIn('workshop_id', [...workshops])
    .groupBy('workshop_id', 'state')
    .select('workshop_id', 'state')
    .count({ n: '*', access_needs: 'access_needs' });
  return ({ workshop_id, capacity, taken }) => {
    const of = (state: StoredState, what: 'n' | 'access_needs' = 'n'): number =>
      Number(rows.find((row) => row.workshop_id === workshop_id && row.state === state)?.[what] ?? 0);
    return {
      capacity,
      confirmed: of('confirmed'),
      // Decoys hold seats, too, until their deadline.
      pending: taken - of('confirmed') - of('offered'),
      offered: of('offered'),
      waitlisted: of('waitlisted'),
      free: capacity - taken,
      accessNeeds: of('confirmed', 'access_needs'),
    };
  };
};

/** How many past workshops are listed. */
const maxPast = 50;

/**
 * The row of a workshop: the published one, or its draft while it is unpublished. Workshops that were never published
 * have no seats row.
 */
const latestVersions = `from workshops w join workshop_seats seats on seats.workshop_id = w.document_id
  where (w.published_at is not null or not exists (select 1 from workshops o where o.document_id = w.document_id and o.published_at is not null))`;

const idsOf = async (uow: UnitOfWork, condition: string, values: readonly (string | number)[]): Promise<number[]> =>
  (await selectRaw<{ id: number }>(uow, `select w.id as id ${latestVersions} and ${condition}`, values)).map(
    ({ id }) => id,
  );

const serialiseAdminWorkshop = (
  { row, times, seats }: WorkshopWithSeats<AdminWorkshopRow>,
  counts: SeatCounts,
  now: Date,
): ListedWorkshop => ({
  id: row.documentId,
  slug: row.slug,
  title: row.title,
  state: stateOf(times, seats, seats.cancelled_at !== null, now),
  starts: times.starts,
  ends: times.ends,
  timeZone: row.timeZone,
  cpdHours: hoursOf(row.cpdHours),
  counts,
});

/** A workshop as the admin shows it, with the rows that it was made from. */
export interface LoadedWorkshop {
  loaded: WorkshopWithSeats<AdminWorkshopRow>;
  workshop: ListedWorkshop;
}

const loadWorkshops = async (uow: UnitOfWork, ids: readonly number[], now: Date): Promise<LoadedWorkshop[]> => {
  const loaded = await withSeats(uow, await adminWorkshopRows(uow.strapi, ids));
  const counts = await countParticipants(
    uow,
    loaded.map(({ row }) => row.documentId),
  );
  return loaded.map((one) => ({ loaded: one, workshop: serialiseAdminWorkshop(one, counts(one.seats), now) }));
};

/** The workshops that are upcoming or under way, the next first. */
export const upcomingWorkshops = async (uow: UnitOfWork, now: Date): Promise<ListedWorkshop[]> => {
  const ids = await idsOf(uow, 'w.ends_at > ?', [now.toISOString()]);
  return (await loadWorkshops(uow, ids, now))
    .map(({ workshop }) => workshop)
    .sort((one, other) => (one.starts < other.starts ? -1 : 1));
};

/** One workshop by its document id; null when there is none, or none that was ever published. */
export const loadWorkshop = async (uow: UnitOfWork, id: string, now: Date): Promise<LoadedWorkshop | null> =>
  (await loadWorkshops(uow, await idsOf(uow, 'w.document_id = ?', [id]), now))[0] ?? null;

/** The upcoming workshops, the next first, and the past ones, the latest first. */
export const listWorkshops = (strapi: Core.Strapi, now: Date): Promise<ListedWorkshops> =>
  inReadTransaction(strapi, async (uow) => {
    const ids = await idsOf(uow, `w.ends_at <= ? order by w.ends_at desc limit ${maxPast}`, [now.toISOString()]);
    const past = (await loadWorkshops(uow, ids, now)).map(({ workshop }) => workshop);
    return {
      upcoming: await upcomingWorkshops(uow, now),
      past: past.sort((one, other) => (one.starts > other.starts ? -1 : 1)),
    };
  });

/** The next workshop that is not cancelled, for the widget on the admin home page. */
export const nextWorkshop = (strapi: Core.Strapi, now: Date): Promise<NextWorkshop> =>
  inReadTransaction(strapi, async (uow) => {
    const next = (await upcomingWorkshops(uow, now)).find(({ state }) => state !== 'cancelled');
    if (!next) return { workshop: null };
    const participants: { name: string }[] = await registrationRows(uow)
      .where({ workshop_id: next.id, state: 'confirmed' })
      .whereNotNull('access_needs')
      .orderBy(['sent', 'id'])
      .select('name');
    return { workshop: { ...next, withAccessNeeds: participants.map(({ name }) => name) } };
  });

/** The seat counts of a workshop and what its participants are about to be told, for what stands beside its form. */
export const seatsOfWorkshop = (strapi: Core.Strapi, id: string, now: Date): Promise<WorkshopSeats> =>
  inReadTransaction(strapi, async (uow) => {
    const { workshop = null, loaded } = (await loadWorkshop(uow, id, now)) ?? {};
    return { workshop, heldChange: loaded ? await heldChangeOf(uow, loaded.seats, now) : null };
  });
