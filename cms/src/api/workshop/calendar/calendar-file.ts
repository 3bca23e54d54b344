import ical, { type ICalCalendarMethod, type ICalEventData } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { cleanText, oneLine } from '#src/text/safe-text';

/**
 * The VTIMEZONE component (RFC 5545, 3.6.5) of an IANA zone, with the rules for both changes of its clock. Every TZID
 * of a file needs one: without it, programs guess. Throws for a zone that the library doesn't know.
 */
export function vtimezone(zone: string): string {
  const [block] = [tzlib_get_ical_block(zone)].flat();
  if (!block?.startsWith('BEGIN:VTIMEZONE')) throw new Error(`There are no rules for the time zone “${zone}”.`);
  // Of a zone that is another name for one (Amsterdam for Brussels) the library says that one's name, and no DTSTART
  // would find it.
  return block.replace(/^TZID:.*$/m, `TZID:${zone}`);
}

/** A name and an address of somebody who takes part or leads. */
export interface Person {
  name: string;
  email: string;
}

/** A session to be put into a calendar; `n` counts from 1 and stays with it, both instants are ISO strings. */
export interface NumberedSession {
  n: number;
  starts: string;
  ends: string;
}

/** What the entries of one workshop have in common. */
export interface WorkshopEntry {
  /** The documentId, part of every UID. */
  id: string;
  /** Goes up with every change that a calendar should take over (RFC 5545, 3.8.7.4). */
  sequence: number;
  title: string;
  /** IANA zone that the sessions are held in. */
  timeZone: string;
  location: string | null;
  organiser: Person;
}

/** Text of several lines; what some programs take for a line break is one. */
export const entryText = (text: string): string =>
  cleanText(text)
    .replace(/[\u2028\u2029]/g, '\n')
    .trim();

/** A name and an address for ORGANIZER and ATTENDEE; the address stands in for an empty name. */
export const entryPerson = ({ name, email }: Person): Person => {
  const address = oneLine(email).replace(/\s/g, '');
  return { name: oneLine(name) || address, email: address };
};

/** A venue is written on several lines, LOCATION is read on one. */
export const entryLocation = (location: string | null): string | null =>
  location === null ? null : oneLine(entryText(location).replace(/\s*\n\s*/g, ', ')) || null;

/**
 * The same session has the same UID in every file, whoever it is made for: an update or a cancellation replaces the
 * entry that is there (RFC 5546, 3.2). Throws for what can't be part of one.
 */
export function entryUid(workshopId: string, n: number, siteHost: string): string {
  const uid = `${workshopId}.${n}@${siteHost}`;
  if (!/^[\w.:[\]-]+@[\w.:[\]-]+$/.test(uid))
    throw new Error('The number of a workshop or the host of the site can’t stand in a calendar.');
  return uid;
}

/** Whether the clock on the wall shows this time a second time, in the night in which the clocks go back. */
function comesTwice(instant: Temporal.Instant, timeZone: string): boolean {
  const wall = instant.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return !wall
    .toZonedDateTime(timeZone, { disambiguation: 'earlier' })
    .equals(wall.toZonedDateTime(timeZone, { disambiguation: 'later' }));
}

/**
 * When a session is, as the writer wants it: instants of Temporal, because it would read a `Date` by the clock of the
 * server. Without a zone it writes UTC: of a time that comes twice the first is meant (RFC 5545, 3.3.5), but programs
 * differ about that.
 */
export function entryTimes(
  { starts, ends }: Pick<NumberedSession, 'starts' | 'ends'>,
  timeZone: string,
): Pick<ICalEventData, 'start' | 'end' | 'timezone'> {
  const start = Temporal.Instant.from(starts);
  const end = Temporal.Instant.from(ends);
  return { start, end, timezone: comesTwice(start, timeZone) || comesTwice(end, timeZone) ? null : timeZone };
}

/** The writer puts the calendar's name as it is; everything else it escapes itself (RFC 5545, 3.3.11). */
const escaped = (name: string): string => name.replace(/[\\;,]/g, '\\$&');

interface CalendarFile {
  method: ICalCalendarMethod;
  name?: string;
  /** Seconds after which somebody who subscribes should ask again. */
  refreshAfter?: number;
  events: ICalEventData[];
}

/** An iCalendar file (RFC 5545) with the rules of each zone in it; lines end with CRLF and have 75 octets at most. */
export function calendarFile({ method, name, refreshAfter, events }: CalendarFile): string {
  const calendar = ical({
    prodId: { company: 'Quiet Room', product: 'Workshops', language: 'EN' },
    method,
    ...(name === undefined ? {} : { name: escaped(oneLine(name)) }),
    ...(refreshAfter === undefined ? {} : { ttl: refreshAfter }),
    timezone: { name: null, generator: vtimezone },
    events,
  });
  return `${calendar.toString()}\r\n`;
}
