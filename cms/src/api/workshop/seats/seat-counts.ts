import type { StoredTimes } from '#src/api/workshop/domain/stored-workshop';
import { timesOf } from '#src/api/workshop/domain/times';
import type { WorkshopWithSeats } from '#src/api/workshop/serialise-workshop';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { seatsRows } from './seat-rows';

/** Rows of workshops with their times and places, in one more statement; what was published past the rules (by a hand in the database) is left out. */
export const withSeats = async <Row extends StoredTimes & { documentId: string }>(
  uow: UnitOfWork,
  rows: readonly Row[],
): Promise<WorkshopWithSeats<Row>[]> => {
  const ids = rows.map(({ documentId }) => documentId);
  const found = await seatsRows(uow).whereIn('workshop_id', ids);
  const seatsOf = new Map(found.map((places) => [places.workshop_id, places]));
  return rows.flatMap((row) => {
    const [times, places] = [timesOf(row), seatsOf.get(row.documentId)];
    return times && places ? [{ row, times, places }] : [];
  });
};
