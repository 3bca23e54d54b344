import type { Core } from '@strapi/strapi';
import { cancelEmailsOf, emailsOf } from '#src/api/workshop/emails/participant-emails';
import { activeStates, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { loadWorkshopContext } from '#src/api/workshop/workshop-context';
import { bumpTag } from '#src/cache-tags/cache-tags';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';
import { bumpSeatsTag, inSeatTransaction, seatsRows, withLockedSeats } from './seat-rows';

/**
 * Cancels a workshop for good: its page says so with the counsellor's message, every confirmed address gets an email
 * that takes it out of the calendar, and all other queued emails are cancelled. Returns how many are told; cancelling
 * again emails nobody.
 *
 * @throws NotFoundError without such a workshop; ConflictError when it is over
 */
export const cancelWorkshop = (
  strapi: Core.Strapi,
  workshop: string,
  words: string | null,
  now: Date,
): Promise<number> =>
  inSeatTransaction(strapi, async (uow) => {
    const told = await withLockedSeats(uow, workshop, async (seats) => {
      const registrations = await registrationRows(uow)
        .where({ workshop_id: workshop })
        .whereIn('state', [...activeStates])
        .orderBy('id')
        .select('*');
      // Unconfirmed addresses were promised no further email.
      const toTell = registrations.filter(({ confirmed_at }) => confirmed_at !== null);
      if (seats.cancelled_at !== null) return toTell.length;
      const sequence = seats.sequence + 1;
      const context = found(await loadWorkshopContext(strapi, workshop, { sequence }));
      if (now.toISOString() >= context.times.ends)
        throw new ConflictError('This workshop is over, so it can’t be called off.');
      await seatsRows(uow)
        .where({ workshop_id: workshop })
        .update({ cancelled_at: now.getTime(), cancellation_message: words, sequence });
      for (const registration of registrations) {
        await cancelEmailsOf(uow, registration);
        const isConfirmed = registration.state === 'confirmed';
        if (toTell.includes(registration))
          await emailsOf(uow, registration, context).workshopCancelled(words, isConfirmed, now);
      }
      // Posts that mention it say so, too.
      await bumpTag(uow, 'workshops');
      await bumpSeatsTag(uow);
      return toTell.length;
    });
    return found(told);
  });
