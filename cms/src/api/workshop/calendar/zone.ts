import { tzlib_get_ical_block } from 'timezones-ical-library';

/**
 * The VTIMEZONE component (RFC 5545, 3.6.5) of an IANA zone, with the rules for both changes of its clock. Every TZID of a file
 * needs one: without it, programs guess. Throws for a zone that the library doesn't know.
 */
export function vtimezone(zone: string): string {
  const [block] = [tzlib_get_ical_block(zone)].flat();
  if (!block?.startsWith('BEGIN:VTIMEZONE')) throw new Error(`There are no rules for the time zone “${zone}”.`);
  // Of a zone that is another name for one (Amsterdam for Brussels) the library says that one's name, and no DTSTART would find it.
  return block.replace(/^TZID:.*$/m, `TZID:${zone}`);
}
