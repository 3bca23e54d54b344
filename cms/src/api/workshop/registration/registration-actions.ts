import type { Core } from '@strapi/strapi';
import { cancelEmailsOf, emailsOf } from '#src/api/workshop/emails/participant-emails';
import { offerFreeSeats, releaseSeat } from '#src/api/workshop/seats/offers';
import { inSeatTransaction, type SeatsRow, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError, refuseWhen } from '#src/http/errors';
import { found } from '#src/http/request';
import { rowNumberIn } from '#src/security/link-keys';
import { isConfirmationTokenOf, isRegistrationTokenOf } from './registration-links';
import {
  activeStates,
  changeState,
  registrationOf,
  type RegistrationRow,
  type StoredState,
  unconfirmedStates,
} from './registration-rows';

/**
 * Returns the registration that a private link opens, without locking it.
 * @throws NotFoundError for a wrong or revoked link
 */
export const registrationByToken = async (uow: UnitOfWork, token: string): Promise<RegistrationRow> => {
  const row = await registrationOf(uow, rowNumberIn(token));
  return found(row && isRegistrationTokenOf(uow.services.linkKeys, token, row) ? row : null);
};

/**
 * Returns the registration that a link in an email confirms, without locking it.
 * @throws NotFoundError for a wrong link
 */
export const registrationByConfirmationToken = async (uow: UnitOfWork, token: string): Promise<RegistrationRow> => {
  const row = await registrationOf(uow, rowNumberIn(token));
  return found(row && isConfirmationTokenOf(uow.services.linkKeys, token, row) ? row : null);
};

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
export const next = (registration: RegistrationRow, state: StoredState): RegistrationRow => ({
  ...registration,
  state,
  version: registration.version + 1,
  until: null,
});

export const isUnconfirmed = ({ state }: Pick<RegistrationRow, 'state'>): boolean =>
  (unconfirmedStates as readonly StoredState[]).includes(state);

const hasBegun = ({ context: { times } }: LockedRegistration, now: Date): boolean => now.toISOString() >= times.starts;
/** Returns whether the time to answer is up. */
export const isOver = ({ registration: { until } }: LockedRegistration, now: Date): boolean =>
  until !== null && new Date(until) <= now;

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
  await changeState(uow, registration, ['offered'], 'expired', { until: null, holds_seat: false }, now);
  await releaseSeat(uow, registration);
  await offerFreeSeats(uow, context, now);
};

/** Who cancels a registration, and whether an email tells its participant. */
interface Cancelling {
  by: 'participant' | 'counsellor';
  tell: boolean;
}

const isEmailed = ({ by, tell }: Cancelling, state: StoredState): boolean =>
  tell && (state === 'confirmed' || (by === 'counsellor' && (state === 'waitlisted' || state === 'offered')));

/**
 * Cancels a registration and offers the seat that this frees. The email takes the workshop out of the participant's
 * calendar. An unconfirmed registration keeps its deadline and is deleted with it; a decoy stays invisible.
 * @returns whether the participant is told by email
 * @throws ConflictError once the workshop has begun, or when the registration has expired
 */
export const cancelRegistration = async (
  locked: LockedRegistration,
  cancelling: Cancelling,
  now: Date,
): Promise<boolean> => {
  const { uow, registration, context } = locked;
  if (registration.state === 'cancelled' || registration.state === 'cancelled_decoy') return false;
  refuseWhen(hasBegun(locked, now), 'The workshop has started, so the place can no longer be cancelled.');
  refuseWhen(registration.state === 'expired', 'There is no longer a place to cancel.');
  await cancelEmailsOf(uow, registration);
  const to = registration.state === 'decoy' ? 'cancelled_decoy' : 'cancelled';
  const released = { holds_seat: false, network_group: null };
  const sets = isUnconfirmed(registration) ? released : { ...released, until: null };
  await changeState(uow, registration, [...activeStates, 'decoy'], to, sets, now);
  await releaseSeat(uow, registration);
  const isTold = isEmailed(cancelling, registration.state);
  if (isTold)
    await emailsOf(uow, next(registration, 'cancelled'), context).registrationCancelled(
      registration.state === 'confirmed',
      now,
    );
  await offerFreeSeats(uow, context, now);
  return isTold;
};
