import type { Core } from '@strapi/strapi';
import { practiceOfWorkshops } from '../../practice/services/practice-of-workshops';
import { timesOf } from '../../workshop/domain/times';
import type { PlacesRow } from '../../workshop/services/places';
import { anyWorkshop, type PlaceWorkshopRow } from '../../workshop/services/workshop-rows';
import type { Around } from './letters';

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
