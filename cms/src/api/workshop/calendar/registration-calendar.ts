import type { Core } from '@strapi/strapi';
import {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import { cleanLine, cleanText } from 'shared';
import type { Attachment } from '#src/api/email/email-message';
import { privateLinkOf } from '#src/api/workshop/registration/registration-links';
import type { RegistrationRow } from '#src/api/workshop/registration/registration-rows';
import type { WorkshopContext } from '#src/api/workshop/workshop-rows';
import { textOrNull } from '#src/http/serialise';
import {
  calendarFile,
  entryLocation,
  entryPerson,
  entryTimes,
  entryUid,
  type NumberedSession,
  type Person,
  type WorkshopEntry,
} from './calendar-file';
import { locationOf, siteHostOf } from './workshop-calendars';

/**
 * A participant's calendar entries. `joining` is how to get in; `privateLink` is the page that manages the
 * registration.
 */
export interface ParticipantEntry extends WorkshopEntry {
  siteHost: string;
  /** `REQUEST` adds or changes entries, `CANCEL` removes them; `PUBLISH` is for a downloaded file. */
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  participant: Person;
  joining: string | null;
  privateLink: string;
  sessions: readonly NumberedSession[];
  now: Date;
}

const statusOf = (method: ParticipantEntry['method']): ICalEventStatus =>
  method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED;

/**
 * A published entry has no attendees (RFC 5546, 3.2.1). A participant has already accepted, so no reply is requested.
 */
const attendeesOf = ({ method, participant }: ParticipantEntry): ICalEventData['attendees'] =>
  method === 'PUBLISH' ? [] : [{ ...entryPerson(participant), status: ICalAttendeeStatus.ACCEPTED, rsvp: false }];

const describe = ({ title, method, joining, privateLink }: ParticipantEntry): string =>
  [cleanLine(title), method === 'CANCEL' ? '' : cleanText(joining ?? ''), `Your place: ${new URL(privateLink).href}`]
    .filter(Boolean)
    .join('\n\n');

/**
 * Returns a participant's sessions in one file. Because colleagues and families see each other's calendars, the entries
 * are private and only say “Workshop”; the title is in the description. There is no alarm, because emails remind.
 */
export function participantCalendar(entry: ParticipantEntry): string {
  const events = entry.sessions.map((session) => ({
    id: entryUid(entry.id, session.n, entry.siteHost),
    sequence: entry.sequence,
    stamp: entry.now,
    ...entryTimes(session, entry.timeZone),
    summary: 'Workshop',
    description: describe(entry),
    location: entryLocation(entry.location),
    organizer: entryPerson(entry.organiser),
    attendees: attendeesOf(entry),
    status: statusOf(entry.method),
    class: ICalEventClass.PRIVATE,
  }));
  return calendarFile({ method: ICalCalendarMethod[entry.method], events });
}

/**
 * Returns the attachments of an email, one for each session: all entries of a `REQUEST` or a `CANCEL` must have the
 * same UID (RFC 5546, 3.2.2 and 3.2.5), and mail programs only show the first of several.
 */
export const participantAttachments = (entry: ParticipantEntry): Attachment[] =>
  entry.sessions.map((session) => ({
    name: entry.sessions.length === 1 ? 'workshop.ics' : `workshop-${session.n}.ics`,
    type: `text/calendar; charset=utf-8; method=${entry.method}`,
    content: participantCalendar({ ...entry, sessions: [session] }),
  }));

const entryOf = (
  strapi: Core.Strapi,
  registration: RegistrationRow,
  context: WorkshopContext,
  method: ParticipantEntry['method'],
  now: Date,
): ParticipantEntry => {
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

/** Returns attachments that add the sessions to the participant's calendar, change them there or remove them. */
export const entryAttachments = (
  strapi: Core.Strapi,
  registration: RegistrationRow,
  context: WorkshopContext,
  method: 'REQUEST' | 'CANCEL',
  now: Date,
): Attachment[] => participantAttachments(entryOf(strapi, registration, context, method, now));

/**
 * Returns attachments that remove sessions from calendars which the workshop no longer has.
 * @param sessions as they were announced, with the numbers that their entries have
 */
export const removedEntryAttachments = (
  strapi: Core.Strapi,
  registration: RegistrationRow,
  context: WorkshopContext,
  sessions: ParticipantEntry['sessions'],
  now: Date,
): Attachment[] => participantAttachments({ ...entryOf(strapi, registration, context, 'CANCEL', now), sessions });

/** Returns all sessions in one file to download. */
export const registrationCalendar = (
  strapi: Core.Strapi,
  registration: RegistrationRow,
  context: WorkshopContext,
  now: Date,
): string => participantCalendar(entryOf(strapi, registration, context, 'PUBLISH', now));
