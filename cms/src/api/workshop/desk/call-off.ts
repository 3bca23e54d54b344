import type { Core } from '@strapi/strapi';
import type { CalledOff } from '../../../admin-api/contracts/workshops';
import { ConflictError } from '../../../answers/conflict';
import { found } from '../../../answers/not-found';
import { textOrNull } from '../../../answers/text';
import { inTransaction } from '../../../documents/transaction';
import { aroundOf } from '../../registration/services/around';
import { lettersOf } from '../../registration/services/letters';
import { registrationRows, type RegistrationRow } from '../../registration/services/registration-rows';
import { countPlaces, placesRows, withPlaces } from '../services/places';

/** Who is told: not who has not confirmed their address. */
const told: readonly string[] = ['registered', 'offered', 'waiting'];

/**
 * Calls a workshop off, for good: its page says so with her words, nobody can register, and everybody who had a place, an offer or a
 * wish gets a letter that takes it out of their calendar. Done before, it changes nothing and says the same.
 *
 * @throws NotFoundError without such a workshop; ConflictError when it is over
 */
export const callOff = (strapi: Core.Strapi, workshop: string, words: string, now: Date): Promise<CalledOff> =>
  inTransaction(strapi, async ({ trx }) => {
    const called = await withPlaces(strapi, trx, workshop, async (places): Promise<CalledOff> => {
      const people = (await registrationRows(strapi, trx).where({ workshop_id: workshop }).orderBy('id').select('*')) as RegistrationRow[];
      const toTell = people.filter(({ state }) => told.includes(state));
      if (places.cancelled_at !== null) return { told: toTell.length };
      const sequence = places.sequence + 1;
      const around = found(await aroundOf(strapi, workshop, { sequence }));
      if (now.toISOString() >= around.times.ends) throw new ConflictError('This workshop is over: it can’t be called off any more.');
      await placesRows(strapi, trx).where({ workshop_id: workshop }).update({ cancelled_at: now.getTime(), cancelled_words: textOrNull(words), sequence });
      for (const person of people) {
        const letters = lettersOf(strapi, trx, person, around);
        await letters.withdraw();
        if (told.includes(person.state)) await letters.calledOff(textOrNull(words), person.state === 'registered', now);
      }
      await countPlaces(strapi, trx);
      return { told: toTell.length };
    });
    return found(called);
  });
