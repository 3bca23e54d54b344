import type { Core } from '@strapi/strapi';
import type { Attachment } from '#src/api/email/templates/email-message';
import { privateLinkOf, type WorkshopContext } from '#src/api/workshop/emails/participant-emails';
import type { RegistrationRow } from '#src/api/workshop/registration/registration-rows';
import { textOrNull } from '#src/http/nullable';
import { type Place, placeAttachments, placeCalendar } from './attached-calendar';
import { locationOf, siteHostOf } from './workshop-calendars';

const entryOf = (
  strapi: Core.Strapi,
  registration: RegistrationRow,
  context: WorkshopContext,
  method: Place['method'],
  now: Date,
): Place => {
  const { row, times, practice, sequence } = context;
  return {
    id: row.documentId,
    sequence,
    title: row.title,
    timeZone: row.timeZone,
    location: locationOf(row),
    organiser: { name: practice.name, email: practice.email },
    siteHost: siteHostOf(strapi),
    method,
    participant: { name: registration.name, email: registration.email },
    joining: textOrNull(row.joiningDetails),
    privateLink: privateLinkOf(strapi, registration),
    sessions: times.sessions.map(({ starts, ends }, index) => ({ n: index + 1, starts, ends })),
    now,
  };
};

/** What goes with an email: a file for each session, which puts it into the participant's calendar, changes it there or takes it out. */
export const entryAttachments = (
  strapi: Core.Strapi,
  registration: RegistrationRow,
  context: WorkshopContext,
  method: 'REQUEST' | 'CANCEL',
  now: Date,
): Attachment[] => placeAttachments(entryOf(strapi, registration, context, method, now));

/** Takes sessions out of calendars that a workshop no longer has. `sessions` are those that were announced, by their numbers. */
export const removedEntryAttachments = (
  strapi: Core.Strapi,
  registration: RegistrationRow,
  context: WorkshopContext,
  sessions: Place['sessions'],
  now: Date,
): Attachment[] => placeAttachments({ ...entryOf(strapi, registration, context, 'CANCEL', now), sessions });

/** All sessions in one file, to be downloaded. */
export const registrationCalendar = (
  strapi: Core.Strapi,
  registration: RegistrationRow,
  context: WorkshopContext,
  now: Date,
): string => placeCalendar(entryOf(strapi, registration, context, 'PUBLISH', now));
