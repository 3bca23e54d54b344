import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ParticipantOutcome, ParticipantVersion } from 'shared';
import { changedEntryAttachments } from '#src/api/workshop/calendar/registration-calendar';
import { cancelEmailsOf, emailsOf } from '#src/api/workshop/emails/participant-emails';
import { findActiveRegistration } from '#src/api/workshop/registration/register';
import {
  isDecoy,
  registrationOf,
  type RegistrationRow,
  registrationRows,
} from '#src/api/workshop/registration/registration-rows';
import { offerFreeSeats, releaseSeat } from '#src/api/workshop/seats/offers';
import {
  inSeatTransaction,
  joinWaitlist,
  type SeatsRow,
  takeSeat,
  withLockedSeats,
} from '#src/api/workshop/seats/seat-rows';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError, refuseWhen } from '#src/http/errors';
import { found } from '#src/http/request';

interface LockedWorkshop {
  seats: SeatsRow;
  context: WorkshopContext;
}

/**
 * Locks the seats of both workshops, always in the order of their ids, so that moves in opposite directions can't
 * deadlock.
 */
const withBothLocked = async <T>(
  uow: UnitOfWork,
  from: string,
  to: string,
  act: (from: LockedWorkshop, to: LockedWorkshop) => Promise<T>,
): Promise<T> => {
  const lockedWorkshopOf = async (seats: SeatsRow): Promise<LockedWorkshop> => ({
    seats,
    context: found(await loadWorkshopContext(uow.strapi, seats.workshop_id, seats)),
  });
  const [first = from, second = to] = [from, to].sort();
  const done = await withLockedSeats(uow, first, (one) =>
    withLockedSeats(uow, second, async (other) => {
      const [left, right] = first === from ? [one, other] : [other, one];
      return { result: await act(await lockedWorkshopOf(left), await lockedWorkshopOf(right)) };
    }),
  );
  return found(done).result;
};

/** Queues one email that removes the old calendar entries and adds the new ones. */
const emailMoved = async (
  uow: UnitOfWork,
  registration: RegistrationRow,
  workshops: { from: WorkshopContext; to: WorkshopContext },
  now: Date,
): Promise<void> => {
  const { removed, added } = await changedEntryAttachments(uow, registration, workshops, now);
  await emailsOf(uow, registration, workshops.to).participantMoved([...removed, ...added]);
};

const move = async (
  uow: UnitOfWork,
  registration: RegistrationRow,
  from: LockedWorkshop,
  to: LockedWorkshop,
  now: Date,
): Promise<'done' | 'full'> => {
  const target = to.context.row.documentId;
  const begun = ({ context }: LockedWorkshop): boolean => now.toISOString() >= context.times.starts;
  refuseWhen(
    registration.state !== 'confirmed' && registration.state !== 'waitlisted',
    'Only people with a place or on the waitlist can be moved.',
  );
  refuseWhen(begun(from), 'This workshop has started, so nobody can be moved now.');
  refuseWhen(
    begun(to) || to.seats.cancelled_at !== null,
    'Nobody can be moved there: that workshop has started or is cancelled.',
  );
  refuseWhen(
    (await findActiveRegistration(uow, target, registration.email)) !== null,
    `${registration.name} is already registered for that workshop.`,
  );
  if (registration.state === 'confirmed' && !(await takeSeat(uow, target))) return 'full';
  await cancelEmailsOf(uow, registration);
  // A waitlisted participant joins the end of the other waitlist.
  const since = registration.state === 'waitlisted' ? { sent: now } : { seat_given_at: now };
  const sets = { workshop_id: target, updated_at: now, ...since };
  await registrationRows(uow).where({ id: registration.id }).update(sets).increment('version', 1);
  await releaseSeat(uow, registration);
  const moved: RegistrationRow = { ...registration, workshop_id: target, version: registration.version + 1 };
  if (registration.state === 'confirmed') await emailMoved(uow, moved, { from: from.context, to: to.context }, now);
  else {
    await joinWaitlist(uow, target);
    if ((await offerFreeSeats(uow, to.context, now)) === 0) await emailsOf(uow, moved, to.context).waitlistJoined();
  }
  await offerFreeSeats(uow, from.context, now);
  return 'done';
};

/**
 * Moves a participant to another workshop, if the version is still the one that was read. A confirmed participant moves
 * only if a seat is free there. The private link stays the same.
 */
export const moveParticipant = async (
  strapi: Core.Strapi,
  workshop: string,
  { number, version }: ParticipantVersion,
  target: string,
  now: Date,
): Promise<ParticipantOutcome> => {
  if (target === workshop) return { number, status: 'refused', reason: 'That is the same workshop.' };
  try {
    const status = await inSeatTransaction(strapi, (uow) =>
      withBothLocked(uow, workshop, target, async (from, to) => {
        const row = await registrationOf(uow, number);
        const registration = found(row && row.workshop_id === workshop && !isDecoy(row) ? row : null);
        return registration.version === version ? move(uow, registration, from, to, now) : 'changed';
      }),
    );
    return { number, status };
  } catch (error) {
    if (error instanceof ConflictError) return { number, status: 'refused', reason: error.message };
    if (error instanceof errors.NotFoundError) return { number, status: 'gone' };
    throw error;
  }
};
