import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type Price, type RegistrationReceipt, type RegistrationRequest, type SendingLimit, waitWords } from 'shared';
import { normaliseAddress } from '#src/api/email/domain/address';
import { pendingUntil } from '#src/api/workshop/domain/schedule';
import { stateOf } from '#src/api/workshop/domain/schedule';
import { emailsOf } from '#src/api/workshop/emails/participant-emails';
import { inSeatTransaction, type SeatsRow, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { holdSeat, networkGroupOf } from '#src/api/workshop/seats/unconfirmed-seats';
import { pricesOf } from '#src/api/workshop/serialise-workshop';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-rows';
import { findPublishedWorkshop } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError, TryLaterError } from '#src/http/errors';
import { found } from '#src/http/request';
import { servicesOf } from '#src/services';
import { findListedRegistration } from './confirm-registration';
import { registrationTokenOf } from './registration-links';
import { activeStates, insertRegistration, type RegistrationRow, registrationRows } from './registration-rows';

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

const receiptOf = (strapi: Core.Strapi, row: RegistrationRow): RegistrationReceipt => ({
  number: row.id,
  token: registrationTokenOf(servicesOf(strapi).linkKeys, row),
  reserved: row.reserved,
  until: new Date(row.until ?? 0).toISOString(),
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

const limitTexts: Readonly<Record<SendingLimit, (wait: string) => string>> = {
  mailbox: (wait) => `Several emails have been sent to this address already. Please try again in ${wait}.`,
  network: (wait) => `A lot has been sent from your connection. Please try again in ${wait}.`,
  site: (wait) => `A lot of people are registering right now. Please try again in ${wait}.`,
};

/**
 * Counts the email that a registration causes. It depends on nothing but what was sent before, so that it is the same
 * whether or not the address is registered already.
 *
 * @throws TryLaterError (429) when no further email may be sent
 */
const limitEmails = ({ services }: UnitOfWork, { email, network, honeypot }: RegistrationRequest, now: Date): void => {
  if (honeypot) return;
  const reached = services.sendingLimits.consume({ address: normaliseAddress(email), network }, now.getTime());
  if (reached === null) return;
  const { limit, retryAfterSeconds } = reached;
  throw new TryLaterError(limitTexts[limit](waitWords(retryAfterSeconds)), retryAfterSeconds, { limit });
};

/** What a visitor is told to have reserved, and whether a seat is really held. */
type Reservation = Pick<RegistrationRow, 'reserved' | 'holds_seat' | 'network_group'>;

/**
 * Reserves a seat in the same way for everyone, also for an address that is registered already: otherwise the number of
 * free seats would tell who is. A bot is told the same and holds nothing.
 */
const reserve = async (uow: UnitOfWork, seats: SeatsRow, sent: RegistrationRequest): Promise<Reservation> => {
  if (sent.honeypot) {
    const hasFreeSeat = seats.taken < seats.capacity && seats.waitlisted === 0;
    return { reserved: hasFreeSeat ? 'seat' : 'waitlist', holds_seat: false, network_group: null };
  }
  const networkGroup = networkGroupOf(uow.services.linkKeys, seats.workshop_id, sent.network);
  const isHeld = (await holdSeat(uow, seats, networkGroup)) === 'held';
  return { reserved: isHeld ? 'seat' : 'waitlist', holds_seat: isHeld, network_group: isHeld ? networkGroup : null };
};

const insert = async (
  uow: UnitOfWork,
  context: WorkshopContext,
  seats: SeatsRow,
  sent: RegistrationRequest,
  now: Date,
): Promise<RegistrationRow> => {
  const workshop = context.row.documentId;
  const price = choosePrice(pricesOf(context.row), sent.price);
  const email = normaliseAddress(sent.email);
  // A registered address gets the same response, so that nobody can find out who takes part. Only its owner is told.
  const listed = await findListedRegistration(uow, { workshop_id: workshop, email });
  const reservation = await reserve(uow, seats, sent);
  const until = pendingUntil(now, new Date(context.times.starts));
  const registration = await insertRegistration(uow, {
    workshop_id: workshop,
    state: listed || sent.honeypot ? 'decoy' : reservation.reserved === 'seat' ? 'pending' : 'waitlist_pending',
    ...reservation,
    name: sent.name,
    certificate_name: sent.name,
    email,
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
  });
  if (listed) await emailsOf(uow, listed, context).alreadyRegistered(now);
  else if (!sent.honeypot) await emailsOf(uow, registration, context).confirmPlace(until);
  return registration;
};

/**
 * Registers a visitor with a pending seat, or a pending entry on the waitlist, until they confirm their address. Of two
 * visitors who request the last seat at once, only one gets it.
 * @throws NotFoundError for an unknown workshop; ConflictError when nobody can register now; TryLaterError when no
 * email can be sent to that address now; ValidationError for a price that the workshop lacks
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
      limitEmails(uow, sent, now);
      return {
        first: true,
        receipt: receiptOf(strapi, await insert(uow, { ...context, sequence: seats.sequence }, seats, sent, now)),
      };
    });
    return found(registration);
  });
