import type { Core } from '@strapi/strapi';
import { deletedOn } from '../../workshop/domain/deletion';
import { hoursOf } from '../../workshop/services/workshop-answers';
import { lettersOf } from './letters';
import type { Acting } from './own-place';

/** A slip of her finger can be taken back for so long before a letter goes: milliseconds. */
const mercy = 10 * 60_000;

/** After it is over, who came is thanked, once, with the way to their certificate; the thanks of whom she unmarks again are withdrawn. */
export const thankOrNot = async (strapi: Core.Strapi, { trx, person, around }: Acting, came: boolean | null, now: Date): Promise<void> => {
  const { row, times, practice } = around;
  const letters = lettersOf(strapi, trx, person, around);
  if (came !== true) await letters.withdraw('thanks');
  else if (now.toISOString() >= times.ends) {
    await letters.thanks(hoursOf(row.cpdHours) !== null, deletedOn(times.ends, row.timeZone, practice.keepDays), new Date(now.getTime() + mercy));
  }
};
