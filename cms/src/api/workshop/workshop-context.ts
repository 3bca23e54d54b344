import type { Core } from '@strapi/strapi';
import { type PracticeOfWorkshops, practiceOfWorkshops } from '#src/api/practice/read-practice';
import { timesOf, type WorkshopTimes } from './domain/times';
import { findWorkshop, type RegistrationWorkshopRow } from './workshop-rows';

/** A workshop with everything that registrations and emails need to know about it. */
export interface WorkshopContext {
  row: RegistrationWorkshopRow;
  times: WorkshopTimes;
  /** The SEQUENCE of its calendar entries (RFC 5545, 3.8.7.4). */
  sequence: number;
  practice: PracticeOfWorkshops;
}

/**
 * Loads a workshop, published or not; returns null when it is gone or has no valid times. Joins the transaction that is
 * open.
 * @param workshop its document id, or its row
 */
export const loadWorkshopContext = async (
  strapi: Core.Strapi,
  workshop: string | RegistrationWorkshopRow,
  { sequence }: Pick<WorkshopContext, 'sequence'>,
): Promise<WorkshopContext | null> => {
  const row = typeof workshop === 'string' ? await findWorkshop(strapi, workshop) : workshop;
  const times = row && timesOf(row);
  return row && times ? { row, times, sequence, practice: await practiceOfWorkshops(strapi) } : null;
};
