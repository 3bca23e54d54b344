import type { Core } from '@strapi/strapi';
import { emailRows } from '#src/api/email/outbox/outbox';
import { parseHeld } from '#src/api/workshop/domain/held-changes';
import { retentionDay } from '#src/api/workshop/domain/retention';
import { dueReminders, earliestReminderMs } from '#src/api/workshop/domain/schedule';
import { type LockedRegistration, withLockedRegistration } from '#src/api/workshop/registration/registration-actions';
import {
  aboutRegistration,
  registrationOf,
  type RegistrationRow,
  registrationRows,
} from '#src/api/workshop/registration/registration-rows';
import { seatsOf } from '#src/api/workshop/seats/seat-rows';
import { hoursOf } from '#src/api/workshop/serialise-workshop';
import { loadWorkshopContext, type WorkshopContext } from '#src/api/workshop/workshop-rows';
import { findPublishedWorkshop } from '#src/api/workshop/workshop-rows';
import { inTransaction } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { createPace } from '#src/jobs/pace';
import { emailKinds } from './email-kinds';
import { cancelEmailsOf, emailsOf } from './participant-emails';

const dayMs = 86_400_000;
/** The time in which the counsellor can correct a mark before the thank-you email is sent. */
const gracePeriodMs = 10 * 60_000;
/** How long after the end of a workshop participants who were marked before it are looked for. */
const thankWithinMs = 2 * dayMs;

/** Queues one reminder, unless the registration has been cancelled since it was read. */
const remind = (
  strapi: Core.Strapi,
  registration: RegistrationRow,
  context: WorkshopContext,
  { kind, session, until }: ReturnType<typeof dueReminders>[number],
): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const confirmed = await registrationRows(uow)
      .where({ id: registration.id, state: 'confirmed' })
      .forUpdate()
      .first<{ id: number } | undefined>('id');
    if (!confirmed) return false;
    const starts = context.times.sessions[session]?.starts ?? '';
    return emailsOf(uow, registration, context).reminder(kind, starts, until);
  });

const remindAllOf = async (strapi: Core.Strapi, workshop: string, now: Date): Promise<number> => {
  const [row, seats] = [await findPublishedWorkshop(strapi, workshop), await seatsOf(strapi, workshop)];
  const context = row && seats && seats.cancelled_at === null ? await loadWorkshopContext(strapi, row, seats) : null;
  // While a change is held, a reminder would tell of it first.
  if (context === null || parseHeld(seats?.held ?? null, now) !== null) return 0;
  const starts = context.times.sessions.map((session) => new Date(session.starts));
  const registrations = await registrationRows(strapi)
    .where({ workshop_id: workshop, state: 'confirmed' })
    .orderBy('id')
    .select('*');
  const pace = createPace();
  let queued = 0;
  for (const registration of registrations) {
    const seatGivenAt = new Date(registration.seat_given_at ?? registration.sent);
    for (const reminder of dueReminders(starts, seatGivenAt, now))
      if (await remind(strapi, registration, context, reminder)) queued += 1;
    await pace();
  }
  return queued;
};

/** Queues the reminders that are due, each once, whichever process runs the job. Returns how many. */
export const remindParticipants = async (strapi: Core.Strapi, now: Date): Promise<number> => {
  const soon: { document_id: string }[] = await strapi.db
    .getConnection('workshops')
    .whereNotNull('published_at')
    .where('ends_at', '>', now.toISOString())
    .where('starts_at', '<=', new Date(now.getTime() + earliestReminderMs).toISOString())
    .select('document_id');
  let queued = 0;
  for (const { document_id } of soon) queued += await remindAllOf(strapi, document_id, now);
  return queued;
};

const isThankable = ({ registration, context, seats }: LockedRegistration, now: Date): boolean =>
  Boolean(registration.attended) &&
  registration.state === 'confirmed' &&
  seats.cancelled_at === null &&
  now.toISOString() >= context.times.ends;

const thank = async (locked: LockedRegistration, now: Date, notBefore: Date): Promise<boolean> => {
  const { uow, registration, context, seats } = locked;
  const { row, times, practice } = context;
  if (!isThankable(locked, now)) return false;
  return emailsOf(uow, registration, context).thankYou(
    hoursOf(row.cpdHours) !== null,
    retentionDay(seats, { times, timeZone: row.timeZone }, practice.keepDays),
    notBefore,
  );
};

/**
 * Queues the thank-you email, with the way to the certificate, for a participant who is marked as attended once the
 * workshop is over. Removing the mark cancels an email that was not sent yet.
 */
export const thankIfAttended = async (
  locked: LockedRegistration,
  attended: boolean | null,
  now: Date,
): Promise<void> => {
  if (attended !== true) {
    await cancelEmailsOf(locked.uow, locked.registration, 'thankYou');
    return;
  }
  const marked = { ...locked, registration: { ...locked.registration, attended } };
  await thank(marked, now, new Date(now.getTime() + gracePeriodMs));
};

/** Returns the attendees of workshops that have just ended who have no thank-you email: they were marked before it. */
const unthanked = async (strapi: Core.Strapi, now: Date): Promise<number[]> => {
  const ended = strapi.db
    .getConnection('workshops')
    .where('ends_at', '<=', now.toISOString())
    .where('ends_at', '>', new Date(now.getTime() - thankWithinMs).toISOString())
    .select('document_id');
  const registrations: { id: number }[] = await registrationRows(strapi)
    .whereIn('workshop_id', ended)
    .where({ attended: true, state: 'confirmed' })
    .orderBy('id')
    .select('id');
  const about = registrations.map(aboutRegistration);
  const thanked: { about: string }[] = await emailRows(strapi)
    .where({ kind: emailKinds.thankYou.kind })
    .whereNotNull('idempotency_key')
    .whereIn('about', about)
    .select('about');
  const isThanked = new Set(thanked.map((email) => email.about));
  return registrations.flatMap((registration) =>
    isThanked.has(aboutRegistration(registration)) ? [] : [registration.id],
  );
};

/** Thanks the attendees who were marked before the end of the workshop, each once. Returns how many. */
export const thankParticipants = async (strapi: Core.Strapi, now: Date): Promise<number> => {
  const pace = createPace();
  let queued = 0;
  for (const id of await unthanked(strapi, now)) {
    const isQueued = await withLockedRegistration(
      strapi,
      async (uow) => found(await registrationOf(uow, id)),
      (locked) => thank(locked, now, now),
    );
    if (isQueued) queued += 1;
    await pace();
  }
  return queued;
};
