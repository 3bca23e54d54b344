import type { UnitOfWork } from '#src/database/unit-of-work';

/**
 * What readers can see, as conditions on a row by its alias. Words of SQL and not parameters: SQLite takes a partial index
 * only when the condition stands in the statement.
 */
export const readable = (row: string): string =>
  `${row}.audience = 'everyone' and ${row}.state = 'approved' and ${row}.hidden = false`;

/** A first comment that has a place on the page: it can be read, or it was removed and what answers it can be read. */
export const hasPlace = (row: string): string =>
  `${row}.root_id is null and ${row}.audience = 'everyone' and ${row}.state in ('approved', 'removed') and ${row}.hidden = false
   and (${row}.state = 'approved' or exists (select 1 from comments below where below.root_id = ${row}.id and ${readable('below')}))`;

/** A reply that can be read, or that was removed and is answered by one that can be read. Whether its root has a place is another question. */
export const hasPlaceBelow = (row: string): string =>
  `${row}.audience = 'everyone' and ${row}.state in ('approved', 'removed') and ${row}.hidden = false
   and (${row}.state = 'approved' or exists (select 1 from comments below where below.parent_id = ${row}.id and ${readable('below')}))`;

/** The rows of a statement, whichever database answers. */
export const ask = async <Row>(
  uow: UnitOfWork,
  statement: string,
  values: readonly (string | number | Date)[],
): Promise<Row[]> => {
  const answer = (await uow.trx.raw(statement, [...values])) as Row[] | { rows: Row[] };
  return Array.isArray(answer) ? answer : answer.rows;
};
