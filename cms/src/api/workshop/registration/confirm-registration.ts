import { mailboxKey } from 'shared';
import { emailsOf } from '#src/api/workshop/emails/participant-emails';
import { offerFreeSeats } from '#src/api/workshop/seats/offers';
import { joinWaitlist, takeSeat } from '#src/api/workshop/seats/seat-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { isOver, isUnconfirmed, type LockedRegistration, next } from './registration-actions';
import {
  changeState,
  listedStates,
  type RegistrationRow,
  registrationRows,
  unconfirmedStates,
} from './registration-rows';

type Person = Pick<RegistrationRow, 'workshop_id' | 'email'>;

const ofSameAddress = (uow: UnitOfWork, { workshop_id, email }: Person) =>
  registrationRows(uow).where({ workshop_id, email_key: mailboxKey(email) });

/** Returns the confirmed registration of an address for a workshop, with a seat, an offer or on the waitlist, or null. */
export const findListedRegistration = async (uow: UnitOfWork, person: Person): Promise<RegistrationRow | null> =>
  (await ofSameAddress(uow, person)
    .whereIn('state', [...listedStates])
    .first()) ?? null;

/** Whoever sent the same address before holds a seat that was meant for its owner: it goes to what the owner confirms. */
const takeSeatOfOther = async (uow: UnitOfWork, { id, ...person }: RegistrationRow): Promise<boolean> => {
  const other = await ofSameAddress(uow, person)
    .whereIn('state', [...unconfirmedStates])
    .where({ holds_seat: true })
    .whereNot({ id })
    .orderBy(['sent', 'id'])
    .first();
  if (!other) return false;
  await registrationRows(uow).where({ id: other.id }).update({ holds_seat: false });
  return true;
};

/**
 * Makes decoys of what else was sent with a confirmed address: it can no longer be confirmed, and the counsellor does
 * not see it. To its senders it stays unconfirmed until its deadline, seat included, so that they learn nothing.
 */
const supersedeOthers = async (uow: UnitOfWork, { id, ...person }: RegistrationRow, now: Date): Promise<void> => {
  await ofSameAddress(uow, person)
    .whereIn('state', ['pending', 'waitlist_pending'])
    .whereNot({ id })
    .update({ state: 'decoy', updated_at: now });
};

/**
 * Confirms the registration that an email belongs to, and no other that was sent with the same address: it gets a seat
 * if it holds one or one is free, and otherwise an entry on the waitlist. Private links that were given out before end,
 * because whoever registered need not be the owner of the address. Confirming again changes nothing; of several
 * registrations of an address, the first to be confirmed counts.
 *
 * @returns the registration of the address; null if this one has expired or was cancelled, or its workshop is cancelled
 */
export const confirmRegistration = async (locked: LockedRegistration, now: Date): Promise<RegistrationRow | null> => {
  const { uow, registration, context, seats } = locked;
  const listed = await findListedRegistration(uow, registration);
  if (listed) return listed;
  if (!isUnconfirmed(registration) || isOver(locked, now) || seats.cancelled_at !== null) return null;
  const hasSeat =
    Boolean(registration.holds_seat) ||
    (await takeSeatOfOther(uow, registration)) ||
    (await takeSeat(uow, registration.workshop_id));
  const sets = {
    confirmed_at: now,
    until: null,
    link_version: registration.link_version + 1,
    holds_seat: hasSeat,
    network_group: null,
    ...(hasSeat && { seat_given_at: now }),
  };
  const state = hasSeat ? 'confirmed' : 'waitlisted';
  await changeState(uow, registration, unconfirmedStates, state, sets, now);
  await supersedeOthers(uow, registration, now);
  const confirmed = { ...next(registration, state), link_version: sets.link_version };
  if (hasSeat) {
    await emailsOf(uow, confirmed, context).placeConfirmed(now);
    return confirmed;
  }
  await joinWaitlist(uow, registration.workshop_id);
  // A free seat is offered at once, and the offer makes the email about the waitlist superfluous.
  if ((await offerFreeSeats(uow, context, now)) === 0) await emailsOf(uow, confirmed, context).waitlistJoined();
  return confirmed;
};
