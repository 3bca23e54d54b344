import { priceWords } from 'shared';
import type { Attachment } from '#src/api/email/email-message';
import { cancelEmails } from '#src/api/email/outbox/outbox';
import { entryChanges, takeBackEntryChange } from '#src/api/workshop/calendar/known-entries';
import { cancelledEntryAttachments, newEntryAttachments } from '#src/api/workshop/calendar/registration-calendar';
import { confirmationLinkOf, privateLinkOf } from '#src/api/workshop/registration/registration-links';
import { aboutRegistration, type RegistrationRow } from '#src/api/workshop/registration/registration-rows';
import { namesZoneOf, venueOf } from '#src/api/workshop/serialise-workshop';
import type { WorkshopContext } from '#src/api/workshop/workshop-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { textOrNull } from '#src/text/text-or-null';
import type { WorkshopChanged } from './change-templates';
import { emailKinds } from './email-kinds';
import { sessionLine, type ToParticipant, type WorkshopDetails } from './templates';

const detailsOf = ({ row, times, practice }: WorkshopContext): WorkshopDetails => {
  const namesZone = namesZoneOf(row, practice);
  const venue = row.format === 'online' ? null : venueOf(row);
  return {
    title: row.title,
    sessions: times.sessions.map((session) => sessionLine(session, row.timeZone, namesZone)),
    venue: venue && [venue.name, venue.address].filter((part) => part !== null).join(', '),
    mapUrl: textOrNull(row.mapUrl),
    joining: textOrNull(row.joiningDetails),
  };
};

/** Returns the price in words, such as `£45 (concession)`; null when there is nothing to pay. */
const priceOf = ({ price_pence: pence, price_label: label }: RegistrationRow): string | null =>
  pence === null || pence === 0 ? null : `${priceWords(pence)}${label === null ? '' : ` (${label})`}`;

const recipientOf = (
  uow: UnitOfWork,
  registration: RegistrationRow,
  { row, times, practice }: WorkshopContext,
): ToParticipant => ({
  to: registration.email,
  registrationId: registration.id,
  registrationVersion: registration.version,
  privateLink: privateLinkOf(uow.strapi, registration),
  timeZone: row.timeZone,
  namesZone: namesZoneOf(row, practice),
  workshopStarts: new Date(times.starts),
  workshopEnds: new Date(times.ends),
  practice: { name: practice.name, email: practice.email, address: practice.address },
});

/**
 * Returns functions that queue the emails of one registration, each in the transaction of its cause. All return whether
 * the email was queued now, and not earlier.
 */
export const emailsOf = (uow: UnitOfWork, registration: RegistrationRow, context: WorkshopContext) => {
  const participant = recipientOf(uow, registration, context);
  const details = detailsOf(context);
  const cancelledEntries = (takesPlace: boolean, now: Date): Promise<Attachment[]> =>
    cancelledEntryAttachments(uow, registration, context, takesPlace, now);

  return {
    confirmPlace: (until: Date) => {
      const confirmLink = confirmationLinkOf(uow.strapi, registration);
      const { reserved } = registration;
      const sentAt = new Date(registration.sent);
      const price = priceOf(registration);
      return emailKinds.confirmPlace.enqueue(uow, { ...participant, confirmLink, reserved, until, sentAt, price });
    },
    alreadyRegistered: (now: Date) =>
      emailKinds.alreadyRegistered.enqueue(uow, { ...participant, day: now.toISOString().slice(0, 10) }),
    placeConfirmed: async (now: Date) => {
      const price = priceOf(registration);
      const howToPay = price === null ? null : context.practice.howToPay;
      const attachments = await newEntryAttachments(uow, registration, context, now);
      return emailKinds.placeConfirmed.enqueue(uow, { ...participant, details, attachments, price, howToPay });
    },
    waitlistJoined: () => emailKinds.waitlistJoined.enqueue(uow, participant),
    seatOffered: (until: Date) => emailKinds.seatOffered.enqueue(uow, { ...participant, until }),
    offerExpired: () => emailKinds.offerExpired.enqueue(uow, participant),
    reminder: (kind: 'weekReminder' | 'dayReminder', session: string, expiresAt: Date) =>
      emailKinds[kind].enqueue(uow, { ...participant, details, session, expiresAt }),
    workshopChanged: (changes: Pick<WorkshopChanged, 'attachments' | 'news' | 'notBefore' | 'expiresAt'>) =>
      emailKinds.workshopChanged.enqueue(uow, { ...participant, details, ...changes, sequence: context.sequence }),
    participantMoved: (attachments: readonly Attachment[]) =>
      emailKinds.participantMoved.enqueue(uow, { ...participant, details, attachments }),
    workshopCancelled: async (message: string | null, hasEntries: boolean, now: Date) => {
      const attachments = hasEntries ? await cancelledEntries(false, now) : [];
      return emailKinds.workshopCancelled.enqueue(uow, { ...participant, title: details.title, message, attachments });
    },
    registrationCancelled: async (hasEntries: boolean, now: Date) => {
      const attachments = hasEntries ? await cancelledEntries(true, now) : [];
      return emailKinds.registrationCancelled.enqueue(uow, { ...participant, attachments });
    },
    thankYou: (hasCertificate: boolean, deletedOn: string, notBefore: Date) =>
      emailKinds.thankYou.enqueue(uow, { ...participant, hasCertificate, deletedOn, notBefore }),
  };
};

/**
 * Cancels the emails about a registration that were not delivered yet: all of them, or those of one kind. The calendar
 * then keeps the entries that they would have changed.
 */
export const cancelEmailsOf = async (
  uow: UnitOfWork,
  registration: Pick<RegistrationRow, 'id'>,
  kind?: keyof typeof emailKinds,
): Promise<void> => {
  const about = aboutRegistration(registration);
  for (const name of entryChanges)
    if ((kind === undefined || kind === name) && (await cancelEmails(uow, { about, kind: emailKinds[name].kind })) > 0)
      await takeBackEntryChange(uow, registration);
  await cancelEmails(uow, { about, ...(kind && { kind: emailKinds[kind].kind }) });
};
