import type { SeatCounts } from '#src/api/workshop/admin-contract';
import { registrationRows, type StoredState } from '#src/api/workshop/registration/registration-rows';
import type { SeatsRow } from '#src/api/workshop/seats/seat-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';

interface Counted {
  workshop_id: string;
  state: StoredState;
  n: number | string;
  access_needs: number | string;
}

/** How many stand where, for each of these workshops, in one statement; the places of a workshop say the rest. */
export const countParticipants = async (
  uow: UnitOfWork,
  workshops: readonly string[],
): Promise<(places: SeatsRow) => SeatCounts> => {
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
      pending: of('pending'),
      offered: of('offered'),
      waitlisted: of('waitlisted'),
      free: capacity - taken,
      accessNeeds: of('confirmed', 'access_needs'),
    };
  };
};
