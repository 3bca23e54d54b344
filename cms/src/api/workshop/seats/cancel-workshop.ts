import type { Core } from '@strapi/strapi';
import { lettersOf } from '#src/api/workshop/emails/participant-emails';
import { onTheList, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { aroundOf } from '#src/api/workshop/workshop-context';
import { countChange } from '#src/cache-tags/tag-versions';
import { ConflictError } from '#src/http/conflict-error';
import { found } from '#src/http/params';
import { countPlaces, inPlaceTransaction, placesRows, withPlaces } from './seat-rows';

/**
 * Calls a workshop off: its page says so with her words, everybody on its list who has confirmed gets a letter that takes it out of
 * their calendar, and whatever else was owed to anybody is withdrawn. It can't be undone. Gives how many are told; done before, nobody is
 * told again.
 *
 * @throws NotFoundError without such a workshop; ConflictError when it is over
 */
export const callOff = (strapi: Core.Strapi, workshop: string, words: string | null, now: Date): Promise<number> =>
  inPlaceTransaction(strapi, async (uow) => {
    const told = await withPlaces(uow, workshop, async (places) => {
      const people = await registrationRows(uow)
        .where({ workshop_id: workshop })
        .whereIn('state', [...onTheList])
        .orderBy('id')
        .select('*');
      // Whoever has not confirmed was promised that nothing else would come.
      const toTell = people.filter(({ confirmed_at }) => confirmed_at !== null);
      if (places.cancelled_at !== null) return toTell.length;
      const sequence = places.sequence + 1;
      const around = found(await aroundOf(strapi, workshop, { sequence }));
      if (now.toISOString() >= around.times.ends)
        throw new ConflictError('This workshop is over, so it can’t be called off.');
      await placesRows(uow)
        .where({ workshop_id: workshop })
        .update({ cancelled_at: now.getTime(), cancelled_words: words, sequence });
      for (const person of people) {
        const letters = lettersOf(uow, person, around);
        await letters.withdraw();
        if (toTell.includes(person)) await letters.calledOff(words, person.state === 'registered', now);
      }
      // Posts that mention it say so, too.
      await countChange(uow, 'workshops');
      await countPlaces(uow);
      return toTell.length;
    });
    return found(told);
  });
