import type { Core } from '@strapi/strapi';
import { offeredUntil } from '#src/api/workshop/domain/deadlines';
import type { Around } from '#src/api/workshop/emails/participant-emails';
import { lettersOf } from '#src/api/workshop/emails/participant-emails';
import { moveOn, type RegistrationRow, registrationRows } from '#src/api/workshop/registration/registration-rows';
import type { Transaction } from '#src/database/transaction';
import { givePlaceBack, leaveWaitlist, takePlaceForWaiting } from './seat-rows';

const firstWaiting = async (strapi: Core.Strapi, trx: Transaction, workshop: string): Promise<RegistrationRow | null> =>
  ((await registrationRows(strapi, trx)
    .where({ workshop_id: workshop, state: 'waiting' })
    .orderBy(['sent', 'id'])
    .first()) as RegistrationRow | undefined) ?? null;

/**
 * Offers what is free to those who wait, in the order in which they registered, one place to one person. To be called by every act
 * that frees places, within `withPlaces`. Gives how many offers were made.
 */
export const offerFreed = async (strapi: Core.Strapi, trx: Transaction, around: Around, now: Date): Promise<number> => {
  const { row, times } = around;
  const until = offeredUntil(now, new Date(times.starts));
  if (until === null) return 0;
  let offers = 0;
  while (await takePlaceForWaiting(strapi, trx, row.documentId)) {
    const person = await firstWaiting(strapi, trx, row.documentId);
    if (!person || !(await moveOn(strapi, trx, person, ['waiting'], 'offered', { until }, now))) {
      throw new Error('The waitlist’s count and its people differ.');
    }
    await lettersOf(strapi, trx, { ...person, state: 'offered', version: person.version + 1 }, around).offered(until);
    offers += 1;
  }
  return offers;
};

/** Undoes what a registration in that state holds of its workshop's places; to be called before `offerFreed`. */
export const release = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { workshop_id, state }: RegistrationRow,
): Promise<void> => {
  if (state === 'held' || state === 'registered' || state === 'offered') await givePlaceBack(strapi, trx, workshop_id);
  if (state === 'waiting') await leaveWaitlist(strapi, trx, workshop_id);
};
