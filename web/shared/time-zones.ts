import { isTimeZone, zoneWords } from 'shared';
import { zoneCity } from './zone-names';

/** The zones that people can choose from, by cities that they know, from the United Kingdom eastwards. */
const commonZones = [
  'Europe/London',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Europe/Paris',
  'Europe/Madrid',
  'Europe/Amsterdam',
  'Europe/Berlin',
  'Europe/Rome',
  'Europe/Stockholm',
  'Europe/Warsaw',
  'Africa/Lagos',
  'Africa/Johannesburg',
  'Europe/Athens',
  'Europe/Istanbul',
  'Africa/Nairobi',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Dhaka',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Hong_Kong',
  'Australia/Perth',
  'Asia/Tokyo',
  'Australia/Brisbane',
  'Australia/Sydney',
  'Pacific/Auckland',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Toronto',
  'America/Halifax',
  'America/Sao_Paulo',
] as const;

/** Zones whose newer names some browsers use, while this list of others has their older ones. */
const renamedZones = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Argentina/Catamarca',
  'America/Argentina/Cordoba',
  'America/Argentina/Jujuy',
  'America/Argentina/Mendoza',
  'America/Atikokan',
  'America/Indiana/Indianapolis',
  'America/Kentucky/Louisville',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
];
const shownZones = new Set<string>([...commonZones, ...renamedZones, ...Intl.supportedValuesOf('timeZone')]);

/**
 * Returns whether times can be shown in a zone. Of the many spellings of one zone only those that browsers and lists
 * use count, so that a page has few keys.
 */
export const isShownZone = (name: string): boolean => shownZones.has(name) && isTimeZone(name);

/** Returns how a zone differs from UTC at an instant: `UTC−5`, `UTC+5:30`, `UTC`. */
const offsetWords = (instant: string, timeZone: string): string =>
  timeZone === 'Europe/London'
    ? zoneWords(instant, timeZone)
    : (/\(([^()]+)\)$/.exec(zoneWords(instant, timeZone))?.[1] ?? '');

/** Returns the zones to choose from, that of the practice first and the one that is shown among them. */
export function zoneChoices(
  instant: string,
  practiceZone: string,
  shownZone: string,
): { zone: string; name: string }[] {
  const zones = new Set<string>([practiceZone, ...(isShownZone(shownZone) ? [shownZone] : []), ...commonZones]);
  return [...zones].map((zone) => ({ zone, name: `${zoneCity(zone)}, ${offsetWords(instant, zone)}` }));
}

/** Returns a zone in words for times that run from one instant to another, which the clocks may change between. */
export function zoneOfTimes(first: string, last: string, timeZone: string): string {
  const [before, after] = [zoneWords(first, timeZone), zoneWords(last, timeZone)];
  const like = timeZone === 'Europe/London' ? '' : `, as in ${zoneCity(timeZone)}`;
  return before === after ? before + like : `${before}, or later in ${after}${like}`;
}
