import type { Core } from '@strapi/strapi';
import { tidyAddress } from '#src/api/email/mailboxes/normalise-address';
import type { Added, AddedPerson } from '#src/api/workshop/admin-contract';
import { type Around, lettersOf } from '#src/api/workshop/emails/participant-emails';
import { listedWith, priceChosen } from '#src/api/workshop/registration/register';
import { type RegistrationRow, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { inPlaceTransaction, takePlace, withPlaces } from '#src/api/workshop/seats/seat-rows';
import { pricesOf } from '#src/api/workshop/serialise-workshop';
import { aroundOf } from '#src/api/workshop/workshop-context';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/params';

const insert = async (
  uow: UnitOfWork,
  { row: workshop }: Around,
  person: AddedPerson,
  now: Date,
): Promise<RegistrationRow> => {
  const price = priceChosen(pricesOf(workshop), person.price);
  const row: Partial<RegistrationRow> = {
    workshop_id: workshop.documentId,
    state: 'registered',
    answer: 'held',
    name: person.name,
    certificate_name: person.name,
    email: tidyAddress(person.email),
    needs: person.needs,
    price_label: price?.label ?? null,
    price_pence: price?.pence ?? null,
    by_hand: true,
    nonce: person.nonce,
    sent: now,
    confirmed_at: now,
    version: 1,
    link_version: 1,
    created_at: now,
    updated_at: now,
  };
  const [made] = await registrationRows(uow).insert(row).returning('*');
  return found(made ?? null);
};

/**
 * Gives somebody a place who called or wrote to her: at once, and a letter says everything. The same `nonce` sent twice is one
 * person. Not past those who wait.
 *
 * @throws NotFoundError without such a workshop; ValidationError for a price that it lacks
 */
export const addPerson = (strapi: Core.Strapi, workshop: string, person: AddedPerson, now: Date): Promise<Added> =>
  inPlaceTransaction(strapi, async (uow) => {
    const added = await withPlaces(uow, workshop, async (places): Promise<Added> => {
      const before = await registrationRows(uow)
        .where({ workshop_id: workshop, nonce: person.nonce })
        .first<{ id: number } | undefined>('id');
      if (before) return { became: 'done', number: before.id };
      const around = found(await aroundOf(strapi, workshop, places));
      if (places.cancelled_at !== null) return { became: 'refused', because: 'This workshop is called off.' };
      if (now.toISOString() >= around.times.ends) return { became: 'refused', because: 'This workshop is over.' };
      if (await listedWith(uow, workshop, person.email))
        return { became: 'refused', because: 'Somebody with this address is on the list already.' };
      if (!(await takePlace(uow, workshop))) return { became: 'full' };
      const row = await insert(uow, around, person, now);
      await lettersOf(uow, row, around).given(now);
      return { became: 'done', number: row.id };
    });
    return found(added);
  });
