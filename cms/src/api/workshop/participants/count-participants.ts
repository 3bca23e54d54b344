import type { SeatCounts } from '#src/api/workshop/admin-contract';
import { registrationRows, type RegistrationState } from '#src/api/workshop/registration/registration-rows';
import type { SeatsRow } from '#src/api/workshop/seats/seat-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';

interface Counted {
  workshop_id: string;
  state: RegistrationState;
  n: number | string;
  needs: number | string;
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
    .count({ n: '*', needs: 'needs' });
  return ({ workshop_id, capacity, taken }) => {
    const of = (state: RegistrationState, what: 'n' | 'needs' = 'n'): number =>
      Number(rows.find((row) => row.workshop_id === workshop_id && row.state === state)?.[what] ?? 0);
    return {
      capacity,
      registered: of('registered'),
      held: of('held'),
      offered: of('offered'),
      waiting: of('waiting'),
      free: capacity - taken,
      needs: of('registered', 'needs'),
    };
  };
};
