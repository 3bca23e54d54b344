import type { Core } from '@strapi/strapi';
import { emailRows } from '#src/api/email/outbox/outbox';
import { offeredUntil } from '#src/api/workshop/domain/schedule';
import { emailsOf } from '#src/api/workshop/emails/participant-emails';
import {
  aboutRegistration,
  changeState,
  type RegistrationRow,
  registrationRows,
} from '#src/api/workshop/registration/registration-rows';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { createPace } from '#src/jobs/pace';
import { inSeatTransaction, leaveWaitlist, returnSeat, takeSeatForWaitlist, withLockedSeats } from './seat-rows';

const firstWaitlisted = async (uow: UnitOfWork, workshop: string): Promise<RegistrationRow | null> =>
  (await registrationRows(uow).where({ workshop_id: workshop, state: 'waitlisted' }).orderBy(['sent', 'id']).first()) ??
  null;

/**
 * Offers free seats to the waitlist, in the order of registration, one seat to each. Called by everything
 * that frees seats, inside `withLockedSeats`. Returns how many offers were made.
 */
export const offerFreeSeats = async (uow: UnitOfWork, context: WorkshopContext, now: Date): Promise<number> => {
  const { row, times } = context;
  const until = offeredUntil(now, new Date(times.starts));
  if (until === null) return 0;
  let offers = 0;
  while (await takeSeatForWaitlist(uow, row.documentId)) {
    const registration = await firstWaitlisted(uow, row.documentId);
    if (
      !registration ||
      !(await changeState(uow, registration, ['waitlisted'], 'offered', { until, holds_seat: true }, now))
    ) {
      throw new Error('The waitlist count does not match the registrations on it.');
    }
    await emailsOf(uow, { ...registration, state: 'offered', version: registration.version + 1 }, context).seatOffered(
      until,
    );
    offers += 1;
  }
  return offers;
};

/** Releases the seat or the waitlist entry of a registration in its state; called before `offerFreeSeats`. */
export const releaseSeat = async (
  uow: UnitOfWork,
  { workshop_id, state, holds_seat }: RegistrationRow,
): Promise<void> => {
  if (holds_seat) await returnSeat(uow, workshop_id);
  if (state === 'waitlisted') await leaveWaitlist(uow, workshop_id);
};

const ending = ['pending', 'waitlist_pending', 'decoy', 'offered', 'cancelled', 'cancelled_decoy'] as const;

const workshopsWithEnded = async (strapi: Core.Strapi, now: Date): Promise<string[]> => {
  const rows: { workshop_id: string }[] = await registrationRows(strapi)
    .whereIn('state', [...ending])
    .where('until', '<=', now)
    .distinct('workshop_id');
  return rows.map(({ workshop_id }) => workshop_id);
};

const expireIn = (strapi: Core.Strapi, workshop: string, now: Date): Promise<number> =>
  inSeatTransaction(strapi, async (uow) => {
    const ended = await withLockedSeats(uow, workshop, async (seats) => {
      const context = await loadWorkshopContext(strapi, workshop, seats);
      const registrations = await registrationRows(uow)
        .where({ workshop_id: workshop })
        .whereIn('state', [...ending])
        .where('until', '<=', now)
        .orderBy('id')
        .select('*');
      for (const registration of registrations) {
        if (registration.state === 'offered') {
          await changeState(uow, registration, ['offered'], 'expired', { until: null, holds_seat: false }, now);
          const hasBegun = context === null || now.toISOString() >= context.times.starts;
          if (!hasBegun && seats.cancelled_at === null)
            await emailsOf(uow, { ...registration, version: registration.version + 1 }, context).offerExpired();
        } else {
          // Someone else may have typed this address, so an unconfirmed registration, cancelled or not, is deleted.
          await emailRows(uow)
            .where({ about: aboutRegistration(registration) })
            .delete();
          await registrationRows(uow).where({ id: registration.id }).delete();
        }
        await releaseSeat(uow, registration);
      }
      if (context) await offerFreeSeats(uow, context, now);
      return registrations.length;
    });
    return ended ?? 0;
  });

/**
 * Expires unconfirmed and offered registrations whose time is up, and offers the seats that this frees. Of two processes
 * the first to lock a workshop's seats does the work. Returns how many expired.
 */
export const expireSeats = async (strapi: Core.Strapi, now: Date): Promise<number> => {
  const pace = createPace();
  let ended = 0;
  for (const workshop of await workshopsWithEnded(strapi, now)) {
    ended += await expireIn(strapi, workshop, now);
    await pace();
  }
  return ended;
};
