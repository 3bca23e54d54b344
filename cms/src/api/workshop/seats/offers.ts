import { offeredUntil } from '#src/api/workshop/domain/deadlines';
import { emailsOf, type WorkshopContext } from '#src/api/workshop/emails/participant-emails';
import { changeState, type RegistrationRow, registrationRows } from '#src/api/workshop/registration/registration-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { leaveWaitlist, returnSeat, takeSeatForWaitlist } from './seat-rows';

const firstWaitlisted = async (uow: UnitOfWork, workshop: string): Promise<RegistrationRow | null> =>
  (await registrationRows(uow).where({ workshop_id: workshop, state: 'waitlisted' }).orderBy(['sent', 'id']).first()) ??
  null;

/**
 * Offers what is free to those who wait, in the order in which they registered, one place to one person. To be called by every act
 * that frees places, within `withPlaces`. Gives how many offers were made.
 */
export const offerFreeSeats = async (uow: UnitOfWork, context: WorkshopContext, now: Date): Promise<number> => {
  const { row, times } = context;
  const until = offeredUntil(now, new Date(times.starts));
  if (until === null) return 0;
  let offers = 0;
  while (await takeSeatForWaitlist(uow, row.documentId)) {
    const registration = await firstWaitlisted(uow, row.documentId);
    if (!registration || !(await changeState(uow, registration, ['waitlisted'], 'offered', { until }, now))) {
      throw new Error('The waitlist’s count and its people differ.');
    }
    await emailsOf(uow, { ...registration, state: 'offered', version: registration.version + 1 }, context).offered(
      until,
    );
    offers += 1;
  }
  return offers;
};

/** Undoes what a registration in that state holds of its workshop's places; to be called before `offerFreed`. */
export const releaseSeat = async (uow: UnitOfWork, { workshop_id, state }: RegistrationRow): Promise<void> => {
  if (state === 'pending' || state === 'confirmed' || state === 'offered') await returnSeat(uow, workshop_id);
  if (state === 'waitlisted') await leaveWaitlist(uow, workshop_id);
};
