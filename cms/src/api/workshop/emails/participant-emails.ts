import { dayWords, momentWords, priceWords, sessionWords, zoneWords } from 'shared';
import type { Attachment, EmailMessage } from '#src/api/email/email-message';
import { cancelEmails, enqueueEmail } from '#src/api/email/outbox/outbox';
import { entryAttachments } from '#src/api/workshop/calendar/registration-calendar';
import type { RegistrationRow } from '#src/api/workshop/registration/registration-rows';
import { aboutRegistration } from '#src/api/workshop/registration/registration-rows';
import { confirmLinkOf, privateLinkOf } from '#src/api/workshop/registration/registration-token';
import { venueOf } from '#src/api/workshop/serialise-workshop';
import type { WorkshopContext } from '#src/api/workshop/workshop-context';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { textOrNull } from '#src/http/serialise';
import * as emails from './to-participant';

export const detailsOf = ({ row, times }: Pick<WorkshopContext, 'row' | 'times'>): emails.WorkshopDetails => {
  const venue = row.format === 'online' ? null : venueOf(row);
  return {
    title: row.title,
    sessions: times.sessions.map(
      (session) => `${sessionWords(session, row.timeZone)}, ${zoneWords(session.starts, row.timeZone)}`,
    ),
    venue: venue && [venue.name, venue.address].filter((part) => part !== null).join(', '),
    mapUrl: textOrNull(row.mapUrl),
    joining: textOrNull(row.joiningDetails),
  };
};

interface Queueing {
  kind: string;
  once: string;
  until?: Date;
  notBefore?: Date;
}

/** The emails of one registration. Each is queued in the transaction of what causes it, and once. */
export const emailsOf = (uow: UnitOfWork, registration: RegistrationRow, context: WorkshopContext) => {
  const { row, times, practice } = context;
  const to = { to: registration.email, own: privateLinkOf(uow.strapi, registration) };
  const entry = (method: 'REQUEST' | 'CANCEL', now: Date): Attachment[] =>
    entryAttachments(uow.strapi, registration, context, method, now);
  const queue = async (email: EmailMessage, { kind, once, until, notBefore }: Queueing): Promise<boolean> =>
    enqueueEmail(uow, {
      kind,
      email,
      about: aboutRegistration(registration),
      idempotencyKey: `${kind}:${registration.id}:${once}`,
      ...(until && { expiresAt: until }),
      ...(notBefore && { notBefore }),
    });
  const before = new Date(times.starts);
  const price =
    registration.price_pence === null || registration.price_pence === 0
      ? null
      : `${priceWords(registration.price_pence)}${registration.price_label === null ? '' : ` (${registration.price_label})`}`;

  return {
    confirm: (until: Date, once = '1') =>
      queue(
        emails.confirmRegistration({
          to: registration.email,
          confirm: confirmLinkOf(uow.strapi, registration),
          reserved: registration.reserved,
          until: momentWords(until.toISOString(), row.timeZone),
        }),
        { kind: 'confirm-place', once, until },
      ),
    /** One a day at most, whoever types the address how often. */
    already: (now: Date) =>
      queue(emails.alreadyRegistered(to), {
        kind: 'already-registered',
        once: now.toISOString().slice(0, 10),
        until: before,
      }),
    given: (now: Date) =>
      queue(
        emails.placeGiven({
          ...to,
          details: detailsOf(context),
          attachments: entry('REQUEST', now),
          price,
          howToPay: price === null ? null : practice.howToPay,
        }),
        { kind: 'place-given', once: String(registration.version), until: new Date(times.ends) },
      ),
    onWaitlist: () =>
      queue(emails.onTheWaitlist(to), { kind: 'on-the-waitlist', once: String(registration.version), until: before }),
    offered: (until: Date) =>
      queue(emails.placeOffered({ ...to, until: momentWords(until.toISOString(), row.timeZone) }), {
        kind: 'place-offered',
        once: String(registration.version),
        until,
      }),
    offerIsOver: () =>
      queue(emails.offerIsOver(to), { kind: 'offer-over', once: String(registration.version), until: before }),
    reminder: (ahead: 'week' | 'day', session: string, until: Date) =>
      queue(emails.reminder({ ...to, details: detailsOf(context), ahead }), {
        kind: `reminder-${ahead}`,
        once: session,
        until,
      }),
    changed: (now: Date, attachments: Attachment[] = entry('REQUEST', now)) =>
      queue(emails.workshopChanged({ ...to, details: detailsOf(context), attachments }), {
        kind: 'workshop-changed',
        once: String(context.sequence),
        until: new Date(times.ends),
      }),
    calledOff: (words: string | null, withEntry: boolean, now: Date) =>
      queue(emails.calledOff({ ...to, title: row.title, words, attachments: withEntry ? entry('CANCEL', now) : [] }), {
        kind: 'called-off',
        once: '1',
        until: new Date(times.ends),
      }),
    cancelled: (withEntry: boolean, now: Date) =>
      queue(emails.placeCancelled({ ...to, attachments: withEntry ? entry('CANCEL', now) : [] }), {
        kind: 'place-cancelled',
        once: String(registration.version),
        until: new Date(times.ends),
      }),
    thanks: (certificate: boolean, deleted: string, notBefore: Date) =>
      queue(emails.thanksForComing({ ...to, certificate, until: dayWords(`${deleted}T12:00:00.000Z`, 'Etc/UTC') }), {
        kind: 'thanks',
        once: '1',
        notBefore,
      }),
    /** What speaks of a place, an offer or a wish that is no more. */
    cancel: (kind?: string) =>
      cancelEmails(uow, { about: aboutRegistration(registration), ...(kind !== undefined && { kind }) }),
  };
};
