import { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import { cleanText, timeZones } from 'shared';
import type { Attachment } from '#src/api/email/email-message';
import { calendarFile, entryPerson, entryTimes } from '#src/calendar/calendar-file';
import { type CallEntry, callTitle, callUid, channelLabels } from './call-entry';

/** A call for the calendar of the reader who has booked it. */
export interface ReaderCall extends CallEntry {
  isCancelled: boolean;
  /** The reader's zone (IANA), any at all. */
  timeZone: string;
  /** What replies from a calendar would go to. */
  email: string;
  /** How to join online; null by phone, and wherever it must not be shown. */
  joining: string | null;
  now: Date;
}

const describe = ({ channel, joining, isCancelled }: ReaderCall): string =>
  [channelLabels[channel], isCancelled ? '' : cleanText(joining ?? '')].filter(Boolean).join('\n\n');

/** Returns a zone whose rules are checked against those of the runtime; elsewhere times are written in UTC. */
const zoneWithRules = (timeZone: string): string => timeZones.find((known) => known === timeZone) ?? 'UTC';

/**
 * Returns a call as a file for the reader's calendar. It is published, not an invitation: programs ask for no answer.
 * Families see each other's calendars, so the entry is private, only says “Call”, and has neither the practice's name
 * nor the private link. There is no alarm: an email reminds.
 */
export const readerCalendar = (call: ReaderCall): string =>
  calendarFile({
    product: 'Calls',
    method: ICalCalendarMethod.PUBLISH,
    events: [
      {
        id: callUid(call.id, 'reader'),
        sequence: call.sequence,
        stamp: call.now,
        ...entryTimes(call, zoneWithRules(call.timeZone)),
        summary: callTitle,
        description: describe(call),
        organizer: { name: callTitle, email: entryPerson({ name: '', email: call.email }).email },
        status: call.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        class: ICalEventClass.PRIVATE,
      },
    ],
  });

/** Returns the same as the attachment of an email. */
export const readerCalendarAttachment = (call: ReaderCall): Attachment => ({
  name: 'call.ics',
  type: 'text/calendar; charset=utf-8; method=PUBLISH',
  content: readerCalendar(call),
});
