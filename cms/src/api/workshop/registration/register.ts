import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  mailboxKey,
  type Price,
  type RegistrationReceipt,
  type RegistrationRequest,
  type SendingLimit,
  waitWords,
} from 'shared';
import { pendingUntil } from '#src/api/workshop/domain/schedule';
import { stateOf } from '#src/api/workshop/domain/schedule';
import { emailsOf } from '#src/api/workshop/emails/participant-emails';
import { inSeatTransaction, type SeatsRow, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { holdSeat, networkGroupOf } from '#src/api/workshop/seats/unconfirmed-seats';
import { pricesOf } from '#src/api/workshop/serialise-workshop';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-rows';
import { documentIdAt, findPublishedWorkshop } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError, TryLaterError } from '#src/http/errors';
import { found } from '#src/http/request';
import { macOfContent, sendingBefore, sendingWith } from '#src/security/sent-content';
import { findListedRegistration } from './confirm-registration';
import { registrationTokenOf } from './registration-links';
import { activeStates, insertRegistration, type RegistrationRow, registrationRows } from './registration-rows';

/** `first` is false when the same form was sent with the same content before, which created the registration. */
export interface Registration {
  first: boolean;
  receipt: RegistrationReceipt;
}

/**
 * Returns the chosen price; null for a workshop without prices.
 * @param key names the label and the amount that the form showed
 * @throws ValidationError when no price was chosen, or one that the workshop lacks (any more)
 */
export const choosePrice = (prices: readonly Price[], key: string | null): Price | null => {
  if (prices.length === 0 && key === null) return null;
  const chosen = prices.find((price) => price.key === key);
  if (chosen) return chosen;
  const code = key === null ? 'missing' : 'no-such-price';
  throw new errors.ValidationError('Something in this form is missing or not valid.', {
    issues: [{ path: ['price'], code }],
  });
};

/** Returns the token that was given out at first. One that replaced it belongs to whoever confirmed the address. */
const firstToken = ({ services }: UnitOfWork, row: RegistrationRow): string =>
  registrationTokenOf(services.linkKeys, { ...row, link_version: 1 });

const timed = (row: RegistrationRow) => ({ ...row, sent_at: row.sent });

/** Returns what a visitor was told when they registered, however often they ask again, and whatever came of it. */
const receiptOf = (
  uow: UnitOfWork,
  row: RegistrationRow,
  sendings: readonly RegistrationRow[],
  { times }: WorkshopContext,
): RegistrationReceipt => {
  const earlier = sendingBefore(sendings.map(timed), timed(row));
  return {
    number: row.id,
    token: firstToken(uow, row),
    reserved: row.reserved,
    until: pendingUntil(new Date(row.sent), new Date(times.starts)).toISOString(),
    earlier: earlier && {
      at: new Date(earlier.sent).toISOString(),
      email: earlier.email,
      token: firstToken(uow, earlier),
    },
  };
};

/** Returns everything that was sent with one form for a workshop. */
const sendingsOf = async (
  uow: UnitOfWork,
  { workshop_id, nonce }: Pick<RegistrationRow, 'workshop_id' | 'nonce'>,
): Promise<RegistrationRow[]> => await registrationRows(uow).where({ workshop_id, nonce }).select('*');

/** Returns the active registration of an address for a workshop, or null. */
export const findActiveRegistration = async (
  uow: UnitOfWork,
  workshop: string,
  email: string,
): Promise<RegistrationRow | null> =>
  (await registrationRows(uow)
    .where({ workshop_id: workshop })
    .whereIn('state', [...activeStates])
    .where({ email_key: mailboxKey(email) })
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
const limitEmails = ({ services }: UnitOfWork, { email, network }: RegistrationRequest, now: Date): void => {
  const reached = services.sendingLimits.consume({ address: email, network }, now.getTime());
  if (reached === null) return;
  const { limit, retryAfterSeconds } = reached;
  throw new TryLaterError(limitTexts[limit](waitWords(retryAfterSeconds)), retryAfterSeconds, { limit });
};

/** What a visitor is told to have reserved, and whether a seat is really held. */
type Reservation = Pick<RegistrationRow, 'reserved' | 'holds_seat' | 'network_group'>;

/**
 * Reserves a seat in the same way for everyone, also for an address that is registered already: otherwise the number of
 * free seats would tell who is.
 */
const reserve = async (uow: UnitOfWork, seats: SeatsRow, sent: RegistrationRequest): Promise<Reservation> => {
  const networkGroup = networkGroupOf(uow.services.linkKeys, seats.workshop_id, sent.network);
  const isHeld = (await holdSeat(uow, seats, networkGroup)) === 'held';
  return { reserved: isHeld ? 'seat' : 'waitlist', holds_seat: isHeld, network_group: isHeld ? networkGroup : null };
};

const insert = async (
  uow: UnitOfWork,
  context: WorkshopContext,
  seats: SeatsRow,
  sent: RegistrationRequest & { contentMac: string },
  now: Date,
): Promise<RegistrationRow> => {
  const workshop = context.row.documentId;
  const price = choosePrice(pricesOf(context.row), sent.price);
  const { email } = sent;
  // A registered address gets the same response, so that nobody can find out who takes part. Only its owner is told.
  const listed = await findListedRegistration(uow, { workshop_id: workshop, email });
  const reservation = await reserve(uow, seats, sent);
  const until = pendingUntil(now, new Date(context.times.starts));
  const registration = await insertRegistration(uow, {
    workshop_id: workshop,
    state: listed ? 'decoy' : reservation.reserved === 'seat' ? 'pending' : 'waitlist_pending',
    ...reservation,
    name: sent.name,
    certificate_name: sent.name,
    email,
    access_needs: sent.accessNeeds,
    price_label: price?.label ?? null,
    price_pence: price?.pence ?? null,
    added_manually: false,
    nonce: sent.nonce,
    content_mac: sent.contentMac,
    sent: now,
    until,
    version: 1,
    link_version: 1,
    created_at: now,
    updated_at: now,
  });
  if (listed) await emailsOf(uow, listed, context).alreadyRegistered(now);
  else await emailsOf(uow, registration, context).confirmPlace(until);
  return registration;
};

/**
 * Registers a visitor with a pending seat, or a pending entry on the waitlist, until they confirm their address. Of two
 * visitors who request the last seat at once, only one gets it. A form that was changed and sent again is another
 * registration, with an email of its own.
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
    const documentId = found(await documentIdAt(uow, slug));
    const registration = await withLockedSeats(uow, documentId, async (seats): Promise<Registration> => {
      // Read with the seats locked: it may have been unpublished or changed in the meantime.
      const row = found(await findPublishedWorkshop(strapi, documentId));
      const context = found(await loadWorkshopContext(strapi, row, seats));
      const { nonce } = sent;
      const contentMac = macOfContent(uow.services.linkKeys, `workshop:${documentId}`, sent);
      // Checked with the seats locked, so that a second submission of the same form waits for the first.
      const sendings = await sendingsOf(uow, { workshop_id: documentId, nonce });
      const before = sendingWith(sendings, contentMac);
      if (before) return { first: false, receipt: receiptOf(uow, before, sendings, context) };
      const state = stateOf(context.times, seats, seats.cancelled_at !== null, now);
      if (state !== 'open' && state !== 'full') throw new ConflictError('Registration for this workshop is not open.');
      limitEmails(uow, sent, now);
      const inserted = await insert(uow, context, seats, { ...sent, contentMac }, now);
      return { first: true, receipt: receiptOf(uow, inserted, [...sendings, inserted], context) };
    });
    return found(registration);
  });
