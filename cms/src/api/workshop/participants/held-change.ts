import type { Core } from '@strapi/strapi';
import type { HeldChangeAction, HeldChangeOutcome, WaitingChange } from 'shared';
import { cancelled, emailRows } from '#src/api/email/outbox/outbox';
import { takeBackEntryChange } from '#src/api/workshop/calendar/known-entries';
import { parseHeld, sentAfter } from '#src/api/workshop/domain/held-changes';
import { emailKinds } from '#src/api/workshop/emails/email-kinds';
import { aboutRegistration, registrationRows } from '#src/api/workshop/registration/registration-rows';
import { inSeatTransaction, type SeatsRow, seatsRows, withLockedSeats } from '#src/api/workshop/seats/seat-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { ConflictError } from '#src/http/errors';
import { found } from '#src/http/request';

const aboutParticipants = async (uow: UnitOfWork, workshop: string): Promise<string[]> => {
  const rows = await registrationRows(uow).where({ workshop_id: workshop }).select<{ id: number }[]>('id');
  return rows.map(aboutRegistration);
};

/** The emails about a change that nobody has tried to send yet. */
const heldEmails = (uow: UnitOfWork, about: readonly string[]) =>
  emailRows(uow)
    .where({ kind: emailKinds.workshopChanged.kind, state: 'queued', attempts: 0 })
    .whereIn('about', [...about]);

/** Drops the emails about a change that wait; calendars keep the entries that they would have changed. */
const dropHeldEmails = async (uow: UnitOfWork, about: readonly string[], now: Date): Promise<number> => {
  const dropped: { about: string }[] = await heldEmails(uow, about).select('about');
  for (const email of dropped) await takeBackEntryChange(uow, { id: Number(email.about.split(':')[1]) });
  return heldEmails(uow, about).update(cancelled(now));
};

/** Returns when the emails about a change of the workshop go out, and how many there are; null when none waits. */
export const heldChangeOf = async (
  uow: UnitOfWork,
  { workshop_id, held: stored }: SeatsRow,
  now: Date,
): Promise<WaitingChange> => {
  const held = parseHeld(stored, now);
  if (held === null) return null;
  const emails = (await heldEmails(uow, await aboutParticipants(uow, workshop_id)).select('id')).length;
  return emails === 0 ? null : { sentAt: sentAfter(held).toISOString(), emails };
};

/**
 * Sends the emails about a change at once, or drops them. Returns how many.
 * @throws NotFoundError for an unknown workshop; ConflictError when they are on their way already
 */
export const endHeldChange = (
  strapi: Core.Strapi,
  workshop: string,
  action: HeldChangeAction,
  now: Date,
): Promise<HeldChangeOutcome> =>
  inSeatTransaction(strapi, async (uow) => {
    const outcome = await withLockedSeats(uow, workshop, async (seats) => {
      const held = parseHeld(seats.held, now);
      if (held === null) throw new ConflictError('These emails are on their way already.');
      const about = await aboutParticipants(uow, workshop);
      const changed =
        action === 'send'
          ? await heldEmails(uow, about).update({ not_before: now })
          : await dropHeldEmails(uow, about, now);
      // From now on, a change is one of its own: it is not added to this one.
      const ended = action === 'send' ? JSON.stringify({ ...held, until: now.toISOString() }) : null;
      await seatsRows(uow).where({ workshop_id: workshop }).update({ held: ended });
      uow.afterCommit(uow.services.wakeDelivery);
      return { emails: changed };
    });
    return found(outcome);
  });
