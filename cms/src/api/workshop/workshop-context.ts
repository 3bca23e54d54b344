import type { Core } from '@strapi/strapi';
import { type PracticeOfWorkshops, practiceOfWorkshops } from '#src/api/practice/read-practice';
import { timesOf, type WorkshopTimes } from './domain/times';
import type { SeatsRow } from './seats/seat-rows';
import { findWorkshop, type RegistrationWorkshopRow } from './workshop-rows';

/** A workshop with all that its emails need to know; `sequence` is that of its calendar entries. */
export interface WorkshopContext {
  row: RegistrationWorkshopRow;
  times: WorkshopTimes;
  sequence: number;
  practice: PracticeOfWorkshops;
}

/**
 * Loads what emails need of a workshop, published or not; null when it is gone or has no valid times. Joins a
 * transaction.
 */
export const loadWorkshopContext = async (
  strapi: Core.Strapi,
  workshop: string | RegistrationWorkshopRow,
  { sequence }: Pick<SeatsRow, 'sequence'>,
): Promise<WorkshopContext | null> => {
  const row = typeof workshop === 'string' ? await findWorkshop(strapi, workshop) : workshop;
  const times = row && timesOf(row);
  return row && times ? { row, times, sequence, practice: await practiceOfWorkshops(strapi) } : null;
};
