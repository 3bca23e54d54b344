import type { Core } from '@strapi/strapi';
import { practiceOfWorkshops } from '#src/api/practice/workshop-practice';
import { timesOf } from './domain/times';
import type { Around } from './emails/participant-emails';
import type { PlacesRow } from './seats/seat-rows';
import { anyWorkshop, type PlaceWorkshopRow } from './workshop-rows';

/** A workshop that somebody has a place at, published or not; null when it is gone, or is a draft without its times. Joins a transaction. */
export const aroundOf = async (
  strapi: Core.Strapi,
  workshop: string | PlaceWorkshopRow,
  { sequence }: Pick<PlacesRow, 'sequence'>,
): Promise<Around | null> => {
  const row = typeof workshop === 'string' ? await anyWorkshop(strapi, workshop) : workshop;
  const times = row && timesOf(row);
  return row && times ? { row, times, sequence, practice: await practiceOfWorkshops(strapi) } : null;
};
