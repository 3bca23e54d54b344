import type { Core } from '@strapi/strapi';
import { letterRows } from '#src/api/email/outbox/email-rows';
import { aboutRegistration, lettersOf } from '#src/api/workshop/emails/participant-emails';
import { moveOn, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { aroundOf } from '#src/api/workshop/workshop-context';
import { offerFreed, release } from './offers';
import { inPlaceTransaction, withPlaces } from './seat-rows';

const ending = ['held', 'wished', 'shadow', 'offered'] as const;

const workshopsWithEnded = async (strapi: Core.Strapi, now: Date): Promise<string[]> => {
  const rows: { workshop_id: string }[] = await registrationRows(strapi)
    .whereIn('state', [...ending])
    .where('until', '<=', now)
    .distinct('workshop_id');
  return rows.map(({ workshop_id }) => workshop_id);
};

const expireIn = (strapi: Core.Strapi, workshop: string, now: Date): Promise<number> =>
  inPlaceTransaction(strapi, async (uow) => {
    const ended = await withPlaces(uow, workshop, async (places) => {
      const around = await aroundOf(strapi, workshop, places);
      const people = await registrationRows(uow)
        .where({ workshop_id: workshop })
        .whereIn('state', [...ending])
        .where('until', '<=', now)
        .orderBy('id')
        .select('*');
      for (const person of people) {
        if (person.state === 'offered') {
          await moveOn(uow, person, ['offered'], 'over', { until: null }, now);
          const hasBegun = around === null || now.toISOString() >= around.times.starts;
          if (!hasBegun && places.cancelled_at === null)
            await lettersOf(uow, { ...person, version: person.version + 1 }, around).offerIsOver();
        } else {
          // Nobody answered the letter: whoever it was, there is no reason to keep anything of it.
          await letterRows(uow)
            .where({ about: aboutRegistration(person) })
            .delete();
          await registrationRows(uow).where({ id: person.id }).delete();
        }
        await release(uow, person);
      }
      if (around) await offerFreed(uow, around, now);
      return people.length;
    });
    return ended ?? 0;
  });

/**
 * Ends what is held, wished or offered past its time, and offers what that frees. Runs in every process; whoever takes a workshop's
 * places first does it. Gives how many ended.
 */
export const expirePlaces = async (strapi: Core.Strapi, now: Date): Promise<number> => {
  let ended = 0;
  for (const workshop of await workshopsWithEnded(strapi, now)) ended += await expireIn(strapi, workshop, now);
  return ended;
};
