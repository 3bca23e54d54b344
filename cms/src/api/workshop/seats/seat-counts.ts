import type { StoredTimes } from '#src/api/workshop/domain/stored-workshop';
import { timesOf } from '#src/api/workshop/domain/times';
import type { Standing } from '#src/api/workshop/serialise-workshop';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { placesRows } from './seat-rows';

/** Rows of workshops with their times and places, in one more statement; what was published past the rules (by a hand in the database) is left out. */
export const standingOf = async <Row extends StoredTimes & { documentId: string }>(
  uow: UnitOfWork,
  rows: readonly Row[],
): Promise<Standing<Row>[]> => {
  const ids = rows.map(({ documentId }) => documentId);
  const found = await placesRows(uow).whereIn('workshop_id', ids);
  const placesOf = new Map(found.map((places) => [places.workshop_id, places]));
  return rows.flatMap((row) => {
    const [times, places] = [timesOf(row), placesOf.get(row.documentId)];
    return times && places ? [{ row, times, places }] : [];
  });
};
