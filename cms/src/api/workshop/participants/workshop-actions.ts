import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { DuplicatedWorkshop } from 'shared';
import { type StoredSession } from '#src/api/workshop/domain/times';
import { cancelEmailsOf, emailsOf } from '#src/api/workshop/emails/participant-emails';
import { activeStates, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { bumpSeatsTag, inSeatTransaction, seatsRows, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import { loadWorkshopContext } from '#src/api/workshop/workshop-rows';
import { bumpTag } from '#src/cache-tags/cache-tags';
import { inTransaction } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { dayAfter, dayAt, daysBetween } from '#src/time/days';

/**
 * Cancels a workshop for good: its page says so with the counsellor's message, every confirmed address gets an email
 * that takes it out of the calendar, and all other queued emails are cancelled. Returns how many are told; cancelling
 * again emails nobody.
 * @throws NotFoundError for an unknown workshop; ConflictError when it is over
 */
export const cancelWorkshop = (
  strapi: Core.Strapi,
  workshop: string,
  message: string | null,
  now: Date,
): Promise<number> =>
  inSeatTransaction(strapi, async (uow) => {
    const told = await withLockedSeats(uow, workshop, async (seats) => {
      const registrations = await registrationRows(uow)
        .where({ workshop_id: workshop })
        .whereIn('state', [...activeStates])
        .orderBy('id')
        .select('*');
      // Unconfirmed addresses get no further email: the one that asked for confirmation has promised that.
      const toTell = registrations.filter(({ confirmed_at }) => confirmed_at !== null);
      if (seats.cancelled_at !== null) return toTell.length;
      const sequence = seats.sequence + 1;
      const context = found(await loadWorkshopContext(strapi, workshop, { ...seats, sequence }));
      if (now.toISOString() >= context.times.ends)
        throw new ConflictError('This workshop is over, so it can’t be cancelled.');
      await seatsRows(uow)
        .where({ workshop_id: workshop })
        .update({ cancelled_at: now.getTime(), cancellation_message: message, sequence });
      for (const registration of registrations) {
        await cancelEmailsOf(uow, registration);
        const isConfirmed = registration.state === 'confirmed';
        if (toTell.includes(registration))
          await emailsOf(uow, registration, context).workshopCancelled(message, isConfirmed, now);
      }
      // Posts that mention the workshop show that it is cancelled.
      await bumpTag(uow, 'workshops');
      await bumpSeatsTag(uow);
      return toTell.length;
    });
    return found(told);
  });

interface Copied {
  sessions: StoredSession[];
  timeZone: string;
  opensDay: string | null;
  closesDay: string | null;
}

const uid = 'api::workshop.workshop';

/** Shifts all dates by `days`; the local times stay the same, also across a change of the clocks. */
const shifted = ({ sessions, opensDay, closesDay }: Copied, days: number) => {
  const later = (day: string | null): string | null => (day === null ? null : dayAfter(day, days));
  return {
    sessions: sessions.map(({ day, starts, ends }) => ({ day: later(day), starts, ends })),
    opensDay: later(opensDay),
    closesDay: later(closesDay),
  };
};

/**
 * Copies a workshop as a draft whose first session is on `day`. Participants, seats and slug are not copied.
 * @throws NotFoundError for an unknown workshop; ValidationError for a day that is not in the future
 */
export const duplicateWorkshop = (
  strapi: Core.Strapi,
  workshop: string,
  day: string,
  now: Date,
): Promise<DuplicatedWorkshop> =>
  inTransaction(strapi, async () => {
    const workshops = strapi.documents(uid);
    const original = found(
      (await workshops.findOne({
        documentId: workshop,
        status: 'draft',
        populate: ['sessions'],
      })) as unknown as Copied | null,
    );
    if (day <= dayAt(now.toISOString(), original.timeZone))
      throw new errors.ValidationError('Choose a day after today.');
    const first = original.sessions[0]?.day ?? null;
    const { documentId: copy } = found(await workshops.clone({ documentId: workshop }));
    // Set afterwards, because Strapi merges lists that `clone` is given into the original's.
    const data = shifted(original, first === null ? 0 : daysBetween(first, day));
    await workshops.update({ documentId: copy, data: data as Parameters<typeof workshops.update>[0]['data'] });
    return { id: copy };
  });
