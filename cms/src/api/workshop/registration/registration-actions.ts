import type { Core } from '@strapi/strapi';
import { cancelEmailsOf, emailsOf } from '#src/api/workshop/emails/participant-emails';
import { offerFreeSeats, releaseSeat } from '#src/api/workshop/seats/offers';
import { inSeatTransaction, joinWaitlist, type SeatsRow, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError, refuseWhen } from '#src/http/errors';
import { found } from '#src/http/request';
import { readConfirmationToken, readRegistrationToken } from './registration-links';
import { activeStates, changeState, registrationOf, type RegistrationRow, type StoredState } from './registration-rows';

/**
 * Returns the registration that a private link opens, without locking it.
 * @throws NotFoundError for a wrong or revoked link
 */
export const registrationByToken = async (uow: UnitOfWork, token: string): Promise<RegistrationRow> => {
  const link = found(readRegistrationToken(uow.services.linkKeys, token));
  const row = await registrationOf(uow, link.number);
  return found(row && row.link_version === link.linkVersion ? row : null);
};

/**
 * Returns the registration that a link in an email confirms, without locking it.
 * @throws NotFoundError for a wrong link
 */
export const registrationByConfirmationToken = async (uow: UnitOfWork, token: string): Promise<RegistrationRow> =>
  found(await registrationOf(uow, found(readConfirmationToken(uow.services.linkKeys, token))));

/** A registration in a transaction that has locked the seats of its workshop: no other process changes either. */
export interface LockedRegistration {
  uow: UnitOfWork;
  registration: RegistrationRow;
  seats: SeatsRow;
  context: WorkshopContext;
}

/**
 * Runs `act` with the registration that `find` returns. Locks the seats of its workshop first, then reads it again.
 * @throws NotFoundError when the registration or its workshop is gone; ConflictError when it was moved meanwhile
 */
export const withLockedRegistration = <T>(
  strapi: Core.Strapi,
  find: (uow: UnitOfWork) => Promise<RegistrationRow>,
  act: (locked: LockedRegistration) => Promise<T>,
): Promise<T> =>
  inSeatTransaction(strapi, async (uow) => {
    const { id, workshop_id } = await find(uow);
    const done = await withLockedSeats(uow, workshop_id, async (seats) => {
      const context = found(await loadWorkshopContext(strapi, workshop_id, seats));
      const registration = found(await registrationOf(uow, id));
      if (registration.workshop_id !== workshop_id)
        throw new ConflictError('This registration has just been moved to another workshop. Please check it again.');
      return { result: await act({ uow, registration, seats, context }) };
    });
    return found(done).result;
  });

/** Returns the registration as it is after a change of its state. */
const next = (registration: RegistrationRow, state: StoredState): RegistrationRow => ({
  ...registration,
  state,
  version: registration.version + 1,
  until: null,
});

const hasBegun = ({ context: { times } }: LockedRegistration, now: Date): boolean => now.toISOString() >= times.starts;
const isOver = ({ registration: { until } }: LockedRegistration, now: Date): boolean =>
  until !== null && new Date(until) <= now;

/**
 * Confirms a pending registration, which gives it its seat or its entry on the waitlist. Confirming again changes
 * nothing. Returns false if the registration has expired or its workshop is cancelled.
 */
export const confirmRegistration = async (locked: LockedRegistration, now: Date): Promise<boolean> => {
  const { uow, registration, context, seats } = locked;
  if (registration.state !== 'pending' && registration.state !== 'waitlist_pending')
    return (
      registration.state === 'confirmed' || registration.state === 'waitlisted' || registration.state === 'offered'
    );
  if (isOver(locked, now) || seats.cancelled_at !== null) return false;
  if (registration.state === 'pending') {
    const seated = { confirmed_at: now, seat_given_at: now, until: null };
    await changeState(uow, registration, ['pending'], 'confirmed', seated, now);
    await emailsOf(uow, next(registration, 'confirmed'), context).placeConfirmed(now);
    return true;
  }
  await changeState(uow, registration, ['waitlist_pending'], 'waitlisted', { confirmed_at: now, until: null }, now);
  await joinWaitlist(uow, registration.workshop_id);
  // A free seat is offered at once, and the offer makes the email about the waitlist superfluous.
  const offers = await offerFreeSeats(uow, context, now);
  if (offers === 0) await emailsOf(uow, next(registration, 'waitlisted'), context).waitlistJoined();
  return true;
};

/**
 * Accepts an offered seat.
 * @throws ConflictError when the offer has expired, or the workshop has begun or is cancelled
 */
export const acceptOffer = async (locked: LockedRegistration, now: Date): Promise<void> => {
  const { uow, registration, context, seats } = locked;
  if (registration.state === 'confirmed') return;
  refuseWhen(
    registration.state !== 'offered' || isOver(locked, now) || hasBegun(locked, now) || seats.cancelled_at !== null,
    'This offer has expired.',
  );
  await changeState(uow, registration, ['offered'], 'confirmed', { seat_given_at: now, until: null }, now);
  await cancelEmailsOf(uow, registration, 'seatOffered');
  await emailsOf(uow, next(registration, 'confirmed'), context).placeConfirmed(now);
};

/**
 * Declines an offered seat, which is then offered to the next participant on the waitlist.
 * @throws ConflictError when there is no offer
 */
export const declineOffer = async (locked: LockedRegistration, now: Date): Promise<void> => {
  const { uow, registration, context } = locked;
  if (registration.state === 'expired') return;
  refuseWhen(registration.state !== 'offered', 'There is no offer to decline.');
  await cancelEmailsOf(uow, registration);
  await changeState(uow, registration, ['offered'], 'expired', { until: null }, now);
  await releaseSeat(uow, registration);
  await offerFreeSeats(uow, context, now);
};

/** Who cancels a registration, and whether an email tells its participant. */
interface Cancelling {
  by: 'participant' | 'counsellor';
  tell: boolean;
}

/** The states whose address was never confirmed: nobody may have asked for the place, so it is deleted in time. */
const unconfirmedStates: readonly StoredState[] = ['pending', 'waitlist_pending', 'decoy'];

const isEmailed = ({ by, tell }: Cancelling, state: StoredState): boolean =>
  tell && (state === 'confirmed' || (by === 'counsellor' && (state === 'waitlisted' || state === 'offered')));

/**
 * Cancels a registration and offers the seat that this frees. The email takes the workshop out of the participant's
 * calendar. An unconfirmed registration keeps its deadline and is deleted with it; a decoy stays invisible.
 * @throws ConflictError once the workshop has begun, or when the registration has expired
 */
export const cancelRegistration = async (
  locked: LockedRegistration,
  cancelling: Cancelling,
  now: Date,
): Promise<void> => {
  const { uow, registration, context } = locked;
  if (registration.state === 'cancelled' || registration.state === 'cancelled_decoy') return;
  refuseWhen(hasBegun(locked, now), 'The workshop has started, so the place can no longer be cancelled.');
  refuseWhen(registration.state === 'expired', 'There is no longer a place to cancel.');
  await cancelEmailsOf(uow, registration);
  const to = registration.state === 'decoy' ? 'cancelled_decoy' : 'cancelled';
  const sets = unconfirmedStates.includes(registration.state) ? {} : { until: null };
  await changeState(uow, registration, [...activeStates, 'decoy'], to, sets, now);
  await releaseSeat(uow, registration);
  if (isEmailed(cancelling, registration.state))
    await emailsOf(uow, next(registration, 'cancelled'), context).registrationCancelled(
      registration.state === 'confirmed',
      now,
    );
  await offerFreeSeats(uow, context, now);
};
