import {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import type { Attachment } from '#src/api/email/email-message';
import { calendarFile, entryPerson, entryTimes, type Person } from '#src/calendar/calendar-file';
import { type CallEntry, callTitle, callUid, channelLabels } from './call-entry';

/*
 * Calls as the counsellor's own calendar shows them. Her calendar may be shared, and is kept by whoever provides it, so
 * an entry says neither who calls nor their number: that is on the page of the admin to which it leads.
 */

/** A call for her calendar. `dashboardUrl` is the page of the admin about it. */
export interface CounsellorCall extends CallEntry {
  dashboardUrl: string;
}

/** An invitation. `method`: `REQUEST` adds or changes the entry, `CANCEL` removes it. */
export interface Invitation extends CounsellorCall {
  method: 'REQUEST' | 'CANCEL';
  /** The practice's zone (IANA). */
  timeZone: string;
  /** Who sends it: the address that emails of the site come from. An entry of one's own is not an invitation. */
  organiser: Person;
  counsellor: Person;
  now: Date;
}

const eventOf = (call: CounsellorCall, timeZone: string, now: Date): ICalEventData => ({
  id: callUid(call.id, 'counsellor'),
  sequence: call.sequence,
  stamp: now,
  ...entryTimes(call, timeZone),
  summary: callTitle,
  description: `${channelLabels[call.channel]}\n\n${new URL(call.dashboardUrl).href}`,
  class: ICalEventClass.PRIVATE,
});

/**
 * Returns the attachment of an email to the counsellor that puts a call into her calendar, changes it or removes it
 * (RFC 5546). She has accepted every call by offering the time, so no reply is asked for.
 */
export function callInvitation(invitation: Invitation): Attachment {
  const { method, timeZone, organiser, counsellor, now } = invitation;
  const content = calendarFile({
    product: 'Calls',
    method: ICalCalendarMethod[method],
    events: [
      {
        ...eventOf(invitation, timeZone, now),
        organizer: entryPerson(organiser),
        attendees: [{ ...entryPerson(counsellor), status: ICalAttendeeStatus.ACCEPTED, rsvp: false }],
        status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      },
    ],
  });
  return { name: 'call.ics', type: `text/calendar; charset=utf-8; method=${method}`, content };
}

const oneHour = 60 * 60;

/** Returns the calls in one calendar to which she subscribes; those that are not in it any more disappear from hers. */
export const callFeed = (calls: readonly CounsellorCall[], timeZone: string, now: Date): string =>
  calendarFile({
    product: 'Calls',
    method: ICalCalendarMethod.PUBLISH,
    name: 'Calls',
    refreshAfter: oneHour,
    events: calls.map((call) => ({ ...eventOf(call, timeZone, now), status: ICalEventStatus.CONFIRMED })),
  });
