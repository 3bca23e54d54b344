import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Price, RegistrationReceipt, RegistrationRequest } from 'shared';
import { normaliseAddress } from '#src/api/email/domain/address';
import { pendingUntil } from '#src/api/workshop/domain/schedule';
import { stateOf } from '#src/api/workshop/domain/schedule';
import { emailsOf } from '#src/api/workshop/emails/participant-emails';
import { inSeatTransaction, type SeatsRow, takeSeat, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { pricesOf } from '#src/api/workshop/serialise-workshop';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-rows';
import { findPublishedWorkshop } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { servicesOf } from '#src/services';
import { registrationTokenOf } from './registration-links';
import { activeStates, type RegistrationRow, registrationRows } from './registration-rows';

/** `first` is false when an earlier request with the same nonce created the registration. */
export interface Registration {
  first: boolean;
  receipt: RegistrationReceipt;
}

/**
 * Returns the chosen price; null for a workshop without prices.
 * @param number counts from 1, as in the contract
 * @throws ValidationError when no price was chosen, or one that the workshop lacks
 */
export const choosePrice = (prices: readonly Price[], number: number | null): Price | null => {
  if (prices.length === 0) return null;
  const chosen = prices.find((price) => price.number === number);
  if (chosen) return chosen;
  const code = number === null ? 'missing' : 'no-such-price';
  throw new errors.ValidationError('Something in this form is missing or not valid.', {
    issues: [{ path: ['price'], code }],
  });
};

const receiptOf = (
  strapi: Core.Strapi,
  { id, link_version, reserved, until }: RegistrationRow,
): RegistrationReceipt => ({
  number: id,
  token: registrationTokenOf(servicesOf(strapi).linkKeys, { number: id, linkVersion: link_version }),
  reserved,
  until: new Date(until ?? 0).toISOString(),
});

const findByNonce = async (uow: UnitOfWork, nonce: string): Promise<RegistrationRow | undefined> =>
  await registrationRows(uow).where({ nonce }).first();

/** Returns the active registration of an address for a workshop, or null. */
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
  seats: SeatsRow,
  sent: RegistrationRequest,
  now: Date,
): Promise<RegistrationRow> => {
  const workshop = context.row.documentId;
  const price = choosePrice(pricesOf(context.row), sent.price);
  const before = await findActiveRegistration(uow, workshop, sent.email);
  const isDecoy = before !== null || sent.honeypot;
  // A registered address gets the same response, so that nobody can find out who takes part. Only its owner is told.
  const hasFreeSeat = seats.taken < seats.capacity && seats.waitlisted === 0;
  const hasSeat = isDecoy ? hasFreeSeat : await takeSeat(uow, workshop);
  const until = pendingUntil(now, new Date(context.times.starts));
  const row: Partial<RegistrationRow> = {
    workshop_id: workshop,
    state: isDecoy ? 'decoy' : hasSeat ? 'pending' : 'waitlist_pending',
    reserved: hasSeat ? 'seat' : 'waitlist',
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
  else if (!sent.honeypot) await emailsOf(uow, registration, context).confirmPlace(until);
  return registration;
};

/**
 * Sends the confirmation email again, at most once a day, if the earlier registration is still pending. Otherwise tells
 * the owner of the address that they are already registered.
 */
const emailExistingParticipant = async (
  uow: UnitOfWork,
  before: RegistrationRow,
  context: WorkshopContext,
  now: Date,
): Promise<void> => {
  const emails = emailsOf(uow, before, context);
  if (before.state === 'pending' || before.state === 'waitlist_pending')
    await emails.confirmPlace(new Date(before.until ?? now), now.toISOString().slice(0, 10));
  else await emails.alreadyRegistered(now);
};

/**
 * Registers a visitor with a pending seat, or a pending entry on the waitlist, until they confirm their address. Of two
 * visitors who request the last seat at once, only one gets it.
 * @throws NotFoundError for an unknown workshop; ConflictError when nobody can register now; ValidationError for a
 * price that the workshop lacks
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
    const registration = await withLockedSeats(uow, row.documentId, async (seats): Promise<Registration> => {
      // Checked with the seats locked, so that a second submission of the same form waits for the first.
      const before = await findByNonce(uow, sent.nonce);
      if (before) return { first: false, receipt: receiptOf(strapi, before) };
      const state = stateOf(context.times, seats, seats.cancelled_at !== null, now);
      if (state !== 'open' && state !== 'full') throw new ConflictError('Registration for this workshop is not open.');
      return {
        first: true,
        receipt: receiptOf(strapi, await insert(uow, { ...context, sequence: seats.sequence }, seats, sent, now)),
      };
    });
    return found(registration);
  });
