import { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator';
import { oneLine } from '#src/text/one-line';
import {
  calendarFile,
  entryLocation,
  entryPerson,
  entryText,
  entryTimes,
  entryUid,
  type WorkshopEntry,
} from './calendar-file';

/** A workshop as everybody may see it. `url` is its page; sessions are in order. */
export interface PublicWorkshop extends WorkshopEntry {
  summary: string;
  url: string;
  sessions: readonly { starts: string; ends: string }[];
  cancelled: boolean;
}

interface PublicCalendar {
  name: string;
  /** The host of the site, with its port if it has one. */
  siteHost: string;
  workshops: readonly PublicWorkshop[];
  now: Date;
}

const sixHours = 6 * 60 * 60;

const eventsOf = (workshop: PublicWorkshop, siteHost: string, now: Date): ICalEventData[] => {
  const url = new URL(workshop.url).href;
  return workshop.sessions.map((session, index) => ({
    id: entryUid(workshop.id, index + 1, siteHost),
    sequence: workshop.sequence,
    stamp: now,
    ...entryTimes(session, workshop.timeZone),
    summary: oneLine(workshop.title),
    description: [entryText(workshop.summary), url].filter(Boolean).join('\n\n'),
    location: entryLocation(workshop.location),
    organizer: entryPerson(workshop.organiser),
    url,
    status: workshop.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }));
};

/**
 * Workshops for anybody's calendar (METHOD:PUBLISH): the file of one, or the calendar of all that can be subscribed to.
 * `now` becomes DTSTAMP. Throws for a zone without rules and for addresses that are none.
 */
export function publicCalendar({ name, siteHost, workshops, now }: PublicCalendar): string {
  const events = workshops.flatMap((workshop) => eventsOf(workshop, siteHost, now));
  return calendarFile({ method: ICalCalendarMethod.PUBLISH, name, refreshAfter: sixHours, events });
}
