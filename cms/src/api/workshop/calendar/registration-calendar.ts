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
import { nextEntrySequence } from '#src/api/workshop/seats/seat-rows';
import type { WorkshopContext } from '#src/api/workshop/workshop-rows';
import { calendarFile, entryLocation, entryPerson, entryTimes, type Person } from '#src/calendar/calendar-file';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { textOrNull } from '#src/text/text-or-null';
import {
  entriesOf,
  entriesWithout,
  knownEntries,
  type KnownEntry,
  storeEntryChange,
  storeFirstEntries,
} from './known-entries';
import { locationOf } from './workshop-calendars';
import { entryUid, type NumberedSession, numberedSessions, type WorkshopEntry } from './workshop-entry';

/**
 * A participant's calendar entries. `joining` is how to get in; `privateLink` is the page that manages the
 * registration.
 */
export interface ParticipantEntry extends WorkshopEntry {
  /** `REQUEST` adds or changes entries, `CANCEL` removes them; `PUBLISH` is for a downloaded file. */
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  /** Whether the sessions take place, for others: a `CANCEL` without it only removes the participant. */
  takesPlace: boolean;
  participant: Person;
  joining: string | null;
  privateLink: string;
  sessions: readonly NumberedSession[];
  now: Date;
}

/** A session that only one participant leaves is not cancelled, so its entry has no status (RFC 5546, 3.2.5). */
const statusOf = ({ method, takesPlace }: ParticipantEntry): Pick<ICalEventData, 'status'> => {
  if (method !== 'CANCEL') return { status: ICalEventStatus.CONFIRMED };
  return takesPlace ? {} : { status: ICalEventStatus.CANCELLED };
};

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
    id: entryUid(entry.id, session.n, 'place'),
    sequence: entry.sequence,
    stamp: entry.now,
    ...entryTimes(session, entry.timeZone),
    summary: 'Workshop',
    description: describe(entry),
    location: entryLocation(entry.location),
    organizer: entryPerson(entry.organiser),
    attendees: attendeesOf(entry),
    ...statusOf(entry),
    class: ICalEventClass.PRIVATE,
  }));
  return calendarFile({ product: 'Workshops', method: ICalCalendarMethod[entry.method], events });
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

interface Sending {
  method: ParticipantEntry['method'];
  takesPlace: boolean;
  sequence: number;
  now: Date;
}

const entryOf = (
  strapi: Core.Strapi,
  registration: RegistrationRow,
  { row, times, practice, sessionNumbers }: WorkshopContext,
  sending: Sending,
): ParticipantEntry => ({
  ...sending,
  id: row.documentId,
  title: row.title,
  timeZone: row.timeZone,
  location: locationOf(row),
  organiser: { name: practice.name, email: practice.email },
  participant: { name: registration.name, email: registration.email },
  joining: textOrNull(row.joiningDetails),
  privateLink: privateLinkOf(strapi, registration),
  sessions: numberedSessions(times, sessionNumbers),
});

const addedAttachments = async (
  uow: UnitOfWork,
  registration: RegistrationRow,
  context: WorkshopContext,
  now: Date,
): Promise<Attachment[]> => {
  const sequence = await nextEntrySequence(uow, context.row.documentId);
  return participantAttachments(
    entryOf(uow.strapi, registration, context, { method: 'REQUEST', takesPlace: true, sequence, now }),
  );
};

/** Returns attachments that remove entries, which may be those of several workshops. What has taken place stays. */
const removedAttachments = async (
  uow: UnitOfWork,
  registration: RegistrationRow,
  context: WorkshopContext,
  { entries, takesPlace }: { entries: readonly KnownEntry[]; takesPlace: (workshop: string) => boolean },
  now: Date,
): Promise<Attachment[]> => {
  const attachments: Attachment[] = [];
  const ahead = entries.filter(({ ends }) => ends > now.toISOString());
  for (const id of new Set(ahead.map(({ workshop }) => workshop))) {
    const sequence = await nextEntrySequence(uow, id);
    const sending = { method: 'CANCEL' as const, takesPlace: takesPlace(id), sequence, now };
    const sessions = ahead.filter(({ workshop }) => workshop === id);
    attachments.push(
      ...participantAttachments({ ...entryOf(uow.strapi, registration, context, sending), id, sessions }),
    );
  }
  return attachments;
};

/**
 * Returns attachments that put the sessions into the calendar of somebody who has got a place; must be called with the
 * seats of the workshop locked, as the others here.
 */
export const newEntryAttachments = async (
  uow: UnitOfWork,
  registration: RegistrationRow,
  context: WorkshopContext,
  now: Date,
): Promise<Attachment[]> => {
  await storeFirstEntries(uow, registration, entriesOf(context));
  return addedAttachments(uow, registration, context, now);
};

/** Attachments about a change, and the entries that they remove. */
interface EntryChange {
  added: Attachment[];
  removed: Attachment[];
  gone: readonly KnownEntry[];
}

/**
 * Returns attachments that turn what a participant was last sent into the sessions of the workshop as they are now,
 * also if they were for another workshop until now.
 * @param from the workshop for which the participant was registered until now
 */
export const changedEntryAttachments = async (
  uow: UnitOfWork,
  registration: RegistrationRow,
  { from, to: context }: { from: WorkshopContext; to: WorkshopContext },
  now: Date,
): Promise<EntryChange> => {
  const has = await knownEntries(uow, registration, from);
  const will = entriesOf(context);
  const gone = entriesWithout(has, will);
  await storeEntryChange(uow, registration, { has, will });
  const takesPlace = (workshop: string): boolean => workshop !== context.row.documentId;
  return {
    added: await addedAttachments(uow, registration, context, now),
    removed: await removedAttachments(uow, registration, context, { entries: gone, takesPlace }, now),
    gone,
  };
};

/**
 * Returns attachments that remove everything that a participant was sent from the calendar, also what the workshop no
 * longer has.
 * @param takesPlace whether the sessions take place, for others
 */
export const cancelledEntryAttachments = async (
  uow: UnitOfWork,
  registration: RegistrationRow,
  context: WorkshopContext,
  takesPlace: boolean,
  now: Date,
): Promise<Attachment[]> => {
  const entries = await knownEntries(uow, registration, context);
  return removedAttachments(uow, registration, context, { entries, takesPlace: () => takesPlace }, now);
};

/**
 * Returns all sessions in one file to download.
 * @param sequence that of the newest entries that participants were sent, which the file must not fall behind
 */
export const registrationCalendar = (
  strapi: Core.Strapi,
  registration: RegistrationRow,
  context: WorkshopContext,
  sequence: number,
  now: Date,
): string =>
  participantCalendar(entryOf(strapi, registration, context, { method: 'PUBLISH', takesPlace: true, sequence, now }));
