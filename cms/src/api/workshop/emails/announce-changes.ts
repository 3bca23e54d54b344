import { entryAttachments, removedEntryAttachments } from '#src/api/workshop/calendar/registration-calendar';
import { type Announced, isChanged, removedSessions } from '#src/api/workshop/domain/announced';
import { registrationRows } from '#src/api/workshop/registration/registration-rows';
import { type SeatsRow, seatsRows } from '#src/api/workshop/seats/seat-rows';
import type { WorkshopContext } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { cancelEmailsOf, emailsOf } from './participant-emails';

const announcedOf = ({ row, times }: WorkshopContext): Announced => ({
  sessions: times.sessions,
  timeZone: row.timeZone,
  format: row.format,
  venueName: row.venueName,
  venueAddress: row.venueAddress,
  joiningDetails: row.joiningDetails,
});

const tellParticipants = async (
  uow: UnitOfWork,
  context: WorkshopContext,
  before: Announced,
  after: Announced,
  now: Date,
): Promise<void> => {
  const registrations = await registrationRows(uow)
    .where({ workshop_id: context.row.documentId })
    .whereIn('state', ['confirmed', 'offered', 'waitlisted'])
    .orderBy('id')
    .select('*');
  const removed = removedSessions(before, after);
  for (const registration of registrations) {
    // Reminders in the queue name the old date.
    await cancelEmailsOf(uow, registration, 'weekReminder');
    await cancelEmailsOf(uow, registration, 'dayReminder');
    const entries =
      registration.state === 'confirmed'
        ? [
            ...entryAttachments(uow.strapi, registration, context, 'REQUEST', now),
            ...removedEntryAttachments(uow.strapi, registration, context, removed, now),
          ]
        : [];
    await emailsOf(uow, registration, context).workshopChanged(entries);
  }
};

/**
 * Tells participants what has changed since they were last told, in the transaction of the publication, with calendar
 * entries that replace the earlier ones. Nobody is told about a workshop that is over or cancelled.
 */
export const announceChanges = async (
  uow: UnitOfWork,
  context: WorkshopContext,
  seats: SeatsRow,
  now: Date,
): Promise<void> => {
  const after = announcedOf(context);
  const before = seats.announced === null ? null : (JSON.parse(seats.announced) as Announced);
  const own = { workshop_id: context.row.documentId };
  if (before !== null && !isChanged(before, after)) return;
  const sequence = before === null ? seats.sequence : seats.sequence + 1;
  await seatsRows(uow)
    .where(own)
    .update({ announced: JSON.stringify(after), sequence });
  if (before !== null && seats.cancelled_at === null && now.toISOString() < context.times.ends)
    await tellParticipants(uow, { ...context, sequence }, before, after, now);
};
