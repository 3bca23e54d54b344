import type { Core } from '@strapi/strapi';
import { dueReminders } from '#src/api/workshop/domain/deadlines';
import { registrationRows } from '#src/api/workshop/registration/registration-rows';
import { seatsOf } from '#src/api/workshop/seats/seat-rows';
import { loadWorkshopContext } from '#src/api/workshop/workshop-context';
import { findPublishedWorkshop } from '#src/api/workshop/workshop-rows';
import { inTransaction } from '#src/database/unit-of-work';
import { emailsOf } from './participant-emails';

const week = 7 * 86_400_000;

const remindFor = async (strapi: Core.Strapi, workshop: string, now: Date): Promise<number> => {
  const [row, seats] = [await findPublishedWorkshop(strapi, { documentId: workshop }), await seatsOf(strapi, workshop)];
  const context = row && seats && seats.cancelled_at === null ? await loadWorkshopContext(strapi, row, seats) : null;
  if (context === null) return 0;
  const starts = context.times.sessions.map((session) => new Date(session.starts));
  const registrations = await registrationRows(strapi)
    .where({ workshop_id: workshop, state: 'confirmed' })
    .orderBy('id')
    .select('*');
  let queued = 0;
  for (const registration of registrations) {
    for (const { kind, session, until } of dueReminders(
      starts,
      new Date(registration.confirmed_at ?? registration.sent),
      now,
    )) {
      const ahead = kind === 'reminder-week' ? 'week' : 'day';
      // Keyed by the session's time: a new date is reminded of anew. Read again inside: they may just be giving their
      // place back.
      const key = context.times.sessions[session]?.starts ?? '';
      queued += await inTransaction(strapi, async (uow) => {
        const still = await registrationRows(uow)
          .where({ id: registration.id, state: 'confirmed' })
          .forUpdate()
          .first<{ id: number } | undefined>('id');
        return still && (await emailsOf(uow, registration, context).reminder(ahead, key, until)) ? 1 : 0;
      });
    }
  }
  return queued;
};

/** Queues the reminders that are due, each once, in whatever process. Gives how many. */
export const remindParticipants = async (strapi: Core.Strapi, now: Date): Promise<number> => {
  const soon: { document_id: string }[] = await strapi.db
    .getConnection('workshops')
    .whereNotNull('published_at')
    .where('ends_at', '>', now.toISOString())
    .where('starts_at', '<=', new Date(now.getTime() + week).toISOString())
    .select('document_id');
  let queued = 0;
  for (const { document_id } of soon) queued += await remindFor(strapi, document_id, now);
  return queued;
};
