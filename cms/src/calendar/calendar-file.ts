import ical, { type ICalCalendarMethod, type ICalEventData } from 'ical-generator';
import { cleanLine, cleanText } from 'shared';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';

/**
 * Returns the VTIMEZONE component of an IANA zone, with the rules for both changes of its clocks. Every TZID in a file
 * needs one, because programs guess without it.
 * @throws Error for a zone that the library doesn't know
 * @see RFC 5545, 3.6.5
 */
export function vtimezone(zone: string): string {
  const [block] = [tzlib_get_ical_block(zone)].flat();
  if (!block?.startsWith('BEGIN:VTIMEZONE')) throw new Error(`There are no rules for the time zone “${zone}”.`);
  // For an alias (Amsterdam of Brussels) the library returns the other zone's name, which no DTSTART refers to.
  return block.replace(/^TZID:.*$/m, `TZID:${zone}`);
}

/** Name and address of an attendee or an organiser. */
export interface Person {
  name: string;
  email: string;
}

/** Returns the name and address for ORGANIZER or ATTENDEE; the address replaces an empty name. */
export const entryPerson = ({ name, email }: Person): Person => {
  const address = cleanLine(email).replace(/\s/g, '');
  return { name: cleanLine(name) || address, email: address };
};

/** Returns a venue on one line, as LOCATION is displayed. */
export const entryLocation = (location: string | null): string | null =>
  location === null ? null : cleanLine(cleanText(location).replace(/(?<!\s)\s*\n\s*/g, ', ')) || null;

/** Returns whether this local time occurs twice, in the night in which the clocks go back. */
function occursTwice(instant: Temporal.Instant, timeZone: string): boolean {
  const wall = instant.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return !wall
    .toZonedDateTime(timeZone, { disambiguation: 'earlier' })
    .equals(wall.toZonedDateTime(timeZone, { disambiguation: 'later' }));
}

/** When something begins and ends, as ISO instants. */
interface Times {
  starts: string;
  ends: string;
}

/**
 * Returns the times of an entry for ical-generator: Temporal instants, because it would read a `Date` in the server's
 * time zone. Times that occur twice are written in UTC, because programs differ about which one is meant, although
 * RFC 5545, 3.3.5 says the first.
 */
export function entryTimes(
  { starts, ends }: Times,
  timeZone: string,
): Pick<ICalEventData, 'start' | 'end' | 'timezone'> {
  const start = Temporal.Instant.from(starts);
  const end = Temporal.Instant.from(ends);
  const isClear = timeZone !== 'UTC' && !occursTwice(start, timeZone) && !occursTwice(end, timeZone);
  return { start, end, timezone: isClear ? timeZone : null };
}

/** Escapes the calendar's name (RFC 5545, 3.3.11), the only text that ical-generator does not escape itself. */
const escaped = (name: string): string => name.replace(/[\\;,]/g, '\\$&');

/**
 * Returns the file with the properties of the calendar before its components, where RFC 5545, 3.6 has them:
 * ical-generator writes the two about reloading behind the time zones.
 */
const propertiesFirst = (file: string): string => {
  const late = /^(?:REFRESH-INTERVAL|X-PUBLISHED-TTL)[;:].*\r\n/gm;
  const moved = (file.match(late) ?? []).join('');
  return moved === ''
    ? file
    : file.replace(late, '').replace(/^(?:BEGIN:(?:VTIMEZONE|VEVENT)|END:VCALENDAR)/m, `${moved}$&`);
};

interface CalendarFile {
  /** The part of Quiet Room that writes it, for PRODID. */
  product: string;
  method: ICalCalendarMethod;
  name?: string;
  /** Seconds after which subscribers should reload the calendar. */
  refreshAfter?: number;
  events: ICalEventData[];
}

/** Returns an iCalendar file (RFC 5545) with the rules of each time zone, in CRLF lines of up to 75 octets. */
export function calendarFile({ product, method, name, refreshAfter, events }: CalendarFile): string {
  const calendar = ical({
    prodId: { company: 'Quiet Room', product, language: 'EN' },
    method,
    ...(name === undefined ? {} : { name: escaped(cleanLine(name)) }),
    ...(refreshAfter === undefined ? {} : { ttl: refreshAfter }),
    timezone: { name: null, generator: vtimezone },
    events,
  });
  return `${propertiesFirst(calendar.toString())}\r\n`;
}
