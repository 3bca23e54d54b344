import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Price, RegistrationReceipt, RegistrationRequest } from 'shared';
import { normaliseAddress } from '#src/api/email/domain/address';
import { pendingUntil } from '#src/api/workshop/domain/deadlines';
import { stateOf } from '#src/api/workshop/domain/state';
import { emailsOf, type WorkshopContext } from '#src/api/workshop/emails/participant-emails';
import { inSeatTransaction, type SeatsRow, takeSeat, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { pricesOf } from '#src/api/workshop/serialise-workshop';
import { loadWorkshopContext } from '#src/api/workshop/workshop-context';
import { findPublishedWorkshop } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { servicesOf } from '#src/services';
import { activeStates, type RegistrationRow, registrationRows } from './registration-rows';
import { registrationTokenOf } from './registration-token';

/** `first`: this sending made it; else an earlier one with the same nonce did. */
export interface Registration {
  first: boolean;
  receipt: RegistrationReceipt;
}

export const choosePrice = (prices: readonly Price[], number: number | null): Price | null => {
  if (prices.length === 0) return null;
  const chosen = prices.find((price) => price.number === number);
  if (chosen) return chosen;
  const code = number === null ? 'missing' : 'no-such-price';
  throw new errors.ValidationError('Something in this form is missing or can’t be taken as it is.', {
    issues: [{ path: ['price'], code }],
  });
};

const receiptOf = (
  strapi: Core.Strapi,
  { id, link_version, reserved: answer, until }: RegistrationRow,
): RegistrationReceipt => ({
  number: id,
  token: registrationTokenOf(servicesOf(strapi).linkKeys, { number: id, linkVersion: link_version }),
  reserved: answer,
  until: new Date(until ?? 0).toISOString(),
});

const findByNonce = async (uow: UnitOfWork, nonce: string): Promise<RegistrationRow | undefined> =>
  await registrationRows(uow).where({ nonce }).first();

/** Whoever has that address on the list of that workshop already. */
export const findActiveRegistration = async (
  uow: UnitOfWork,
  workshop: string,
  email: string,
): Promise<RegistrationRow | null> =>
  (await registrationRows(uow)
    .where({ workshop_id: workshop })
    .whereIn('state', [...activeStates])
    .whereRaw('lower(email) = ?', [normaliseAddress(email).toLowerCase()])
    .first()) ?? null;

const insert = async (
  uow: UnitOfWork,
  context: WorkshopContext,
  places: SeatsRow,
  sent: RegistrationRequest,
  now: Date,
): Promise<RegistrationRow> => {
  const workshop = context.row.documentId;
  const price = choosePrice(pricesOf(context.row), sent.price);
  const before = await findActiveRegistration(uow, workshop, sent.email);
  const isShadow = before !== null || sent.honeypot;
  // Who is on the list already is answered like everybody else, so that nobody learns who is; only the mailbox's owner is told.
  const wouldHold = places.taken < places.capacity && places.waitlisted === 0;
  const holds = isShadow ? wouldHold : await takeSeat(uow, workshop);
  const until = pendingUntil(now, new Date(context.times.starts));
  const row: Partial<RegistrationRow> = {
    workshop_id: workshop,
    state: isShadow ? 'decoy' : holds ? 'pending' : 'waitlist_pending',
    reserved: holds ? 'seat' : 'waitlist',
    name: sent.name,
    certificate_name: sent.name,
    email: normaliseAddress(sent.email),
    access_needs: sent.accessNeeds,
    price_label: price?.label ?? null,
    price_pence: price?.pence ?? null,
    added_manually: false,
    nonce: sent.nonce,
    sent: now,
    until,
    version: 1,
    link_version: 1,
    created_at: now,
    updated_at: now,
  };
  const [made] = await registrationRows(uow).insert(row).returning('*');
  const registration = found(made ?? null);
  if (before) await emailExistingParticipant(uow, before, context, now);
  else if (!sent.honeypot) await emailsOf(uow, registration, context).confirm(until);
  return registration;
};

/** Who has not confirmed yet is asked once more, a day at most; everybody else is told that nothing changed. */
const emailExistingParticipant = async (
  uow: UnitOfWork,
  before: RegistrationRow,
  context: WorkshopContext,
  now: Date,
): Promise<void> => {
  const emails = emailsOf(uow, before, context);
  if (before.state === 'pending' || before.state === 'waitlist_pending')
    await emails.confirm(new Date(before.until ?? now), now.toISOString().slice(0, 10));
  else await emails.already(now);
};

/**
 * Takes what somebody sent who would like a place: a place is held, or one on the waitlist, until the email is answered that it
 * causes. The last place goes to one of them.
 *
 * @throws NotFoundError without such a workshop; ConflictError when nobody can register now; ValidationError for a price that it lacks
 */
export const register = (
  strapi: Core.Strapi,
  slug: string,
  sent: RegistrationRequest,
  now: Date,
): Promise<Registration> =>
  inSeatTransaction(strapi, async (uow) => {
    const row = found(await findPublishedWorkshop(strapi, { slug }));
    const context = found(await loadWorkshopContext(strapi, row, { sequence: 0 }));
    const registration = await withLockedSeats(uow, row.documentId, async (places): Promise<Registration> => {
      // Asked with the places locked: of two sendings of one form the second waits here for the first.
      const before = await findByNonce(uow, sent.nonce);
      if (before) return { first: false, receipt: receiptOf(strapi, before) };
      const state = stateOf(context.times, places, places.cancelled_at !== null, now);
      if (state !== 'open' && state !== 'full') throw new ConflictError('Nobody can register for this workshop now.');
      return {
        first: true,
        receipt: receiptOf(strapi, await insert(uow, { ...context, sequence: places.sequence }, places, sent, now)),
      };
    });
    return found(registration);
  });
