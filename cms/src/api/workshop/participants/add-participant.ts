import type { Core } from '@strapi/strapi';
import { normaliseAddress } from '#src/api/email/domain/address';
import type { AddOutcome, NewParticipant } from '#src/api/workshop/admin-contract';
import { emailsOf } from '#src/api/workshop/emails/participant-emails';
import { choosePrice, findActiveRegistration } from '#src/api/workshop/registration/register';
import { type RegistrationRow, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { inSeatTransaction, takeSeat, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { pricesOf } from '#src/api/workshop/serialise-workshop';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-context';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';

const insert = async (
  uow: UnitOfWork,
  { row: workshop }: WorkshopContext,
  participant: NewParticipant,
  now: Date,
): Promise<RegistrationRow> => {
  const price = choosePrice(pricesOf(workshop), participant.price);
  const row: Partial<RegistrationRow> = {
    workshop_id: workshop.documentId,
    state: 'confirmed',
    reserved: 'seat',
    name: participant.name,
    certificate_name: participant.name,
    email: normaliseAddress(participant.email),
    access_needs: participant.accessNeeds,
    price_label: price?.label ?? null,
    price_pence: price?.pence ?? null,
    added_manually: true,
    nonce: participant.nonce,
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
 * Adds a participant with a confirmed seat and emails them the details. The same `nonce` sent twice adds one
 * participant. Never ahead of the waitlist.
 *
 * @throws NotFoundError without such a workshop; ValidationError for a price that it lacks
 */
export const addParticipant = (
  strapi: Core.Strapi,
  workshop: string,
  participant: NewParticipant,
  now: Date,
): Promise<AddOutcome> =>
  inSeatTransaction(strapi, async (uow) => {
    const added = await withLockedSeats(uow, workshop, async (seats): Promise<AddOutcome> => {
      const before = await registrationRows(uow)
        .where({ workshop_id: workshop, nonce: participant.nonce })
        .first<{ id: number } | undefined>('id');
      if (before) return { became: 'done', number: before.id };
      const context = found(await loadWorkshopContext(strapi, workshop, seats));
      if (seats.cancelled_at !== null) return { became: 'refused', because: 'This workshop is called off.' };
      if (now.toISOString() >= context.times.ends) return { became: 'refused', because: 'This workshop is over.' };
      if (await findActiveRegistration(uow, workshop, participant.email))
        return { became: 'refused', because: 'Somebody with this address is on the list already.' };
      if (!(await takeSeat(uow, workshop))) return { became: 'full' };
      const row = await insert(uow, context, participant, now);
      await emailsOf(uow, row, context).placeConfirmed(now);
      return { became: 'done', number: row.id };
    });
    return found(added);
  });
