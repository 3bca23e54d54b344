import type { Core } from '@strapi/strapi';
import type { Attachment } from '#src/api/email/templates/email-message';
import { type Around, privateLinkOf } from '#src/api/workshop/emails/participant-emails';
import type { RegistrationRow } from '#src/api/workshop/registration/registration-rows';
import { textOrNull } from '#src/http/nullable';
import { type Place, placeAttachments, placeCalendar } from './attached-calendar';
import { locationOf, siteHostOf } from './workshop-calendars';

const placeIn = (
  strapi: Core.Strapi,
  person: RegistrationRow,
  around: Around,
  method: Place['method'],
  now: Date,
): Place => {
  const { row, times, practice, sequence } = around;
  return {
    id: row.documentId,
    sequence,
    title: row.title,
    timeZone: row.timeZone,
    location: locationOf(row),
    organiser: { name: practice.name, email: practice.email },
    siteHost: siteHostOf(strapi),
    method,
    participant: { name: person.name, email: person.email },
    joining: textOrNull(row.joiningDetails),
    privateLink: privateLinkOf(strapi, person),
    sessions: times.sessions.map(({ starts, ends }, index) => ({ n: index + 1, starts, ends })),
    now,
  };
};

/** What goes with a letter: a file for each session, which puts it into the participant's calendar, changes it there or takes it out. */
export const placeEntry = (
  strapi: Core.Strapi,
  person: RegistrationRow,
  around: Around,
  method: 'REQUEST' | 'CANCEL',
  now: Date,
): Attachment[] => placeAttachments(placeIn(strapi, person, around, method, now));

/** Takes sessions out of calendars that a workshop no longer has. `sessions` are those that were announced, by their numbers. */
export const removedEntries = (
  strapi: Core.Strapi,
  person: RegistrationRow,
  around: Around,
  sessions: Place['sessions'],
  now: Date,
): Attachment[] => placeAttachments({ ...placeIn(strapi, person, around, 'CANCEL', now), sessions });

/** All sessions in one file, to be downloaded. */
export const placeFile = (strapi: Core.Strapi, person: RegistrationRow, around: Around, now: Date): string =>
  placeCalendar(placeIn(strapi, person, around, 'PUBLISH', now));
