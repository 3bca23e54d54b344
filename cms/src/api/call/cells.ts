import type { UnitOfWork } from '#src/database/unit-of-work';
import { type CallRow, cellRows } from './call-rows';
import type { Interval } from './domain/intervals';
import { cellsOf } from './domain/slots';

/** The primary key of `call_cells` refuses an overlap: whoever comes second inserts fewer rows than asked for. */
const insertCells = async (
  uow: UnitOfWork,
  { id }: Pick<CallRow, 'id'>,
  cells: readonly number[],
): Promise<boolean> => {
  const rows = cells.map((cell) => ({ cell, call_id: id }));
  // Not a unique violation, which would end the transaction on PostgreSQL.
  const inserted = (await cellRows(uow).insert(rows).onConflict('cell').ignore().returning('cell')) as unknown[];
  return inserted.length === cells.length;
};

/** Gives the time of a call to others. */
export const freeCells = async (uow: UnitOfWork, { id }: Pick<CallRow, 'id'>): Promise<void> => {
  await cellRows(uow).where({ call_id: id }).delete();
};

/**
 * Gives a call the cells of a time with its buffers, and no others. Returns false if one of them belongs to another
 * call; then the call has the cells that it had before.
 */
export const takeCells = async (uow: UnitOfWork, call: Pick<CallRow, 'id'>, busy: Interval): Promise<boolean> => {
  const before = (await cellRows(uow).where({ call_id: call.id }).select('cell')).map(({ cell }) => cell);
  await freeCells(uow, call);
  if (await insertCells(uow, call, cellsOf(busy))) return true;
  await freeCells(uow, call);
  if (before.length > 0) await insertCells(uow, call, before);
  return false;
};
