import ICAL from 'ical.js';
import { isTimeZone } from 'shared';
import { Temporal } from 'temporal-polyfill';
import { findIana } from 'windows-iana';

/** How clocks are set somewhere: between the time on the wall and milliseconds since 1970. */
export interface Clock {
  /** A time that is skipped is read as an hour later, and of a time that comes twice the first is meant. */
  readonly instantOf: (wall: Temporal.PlainDateTime) => number;
  readonly wallAt: (instant: number) => Temporal.PlainDateTime;
}

const dayMs = 86_400_000;
const utcMs = ({ year, month, day, hour, minute, second }: Temporal.PlainDateTime): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);

export const utc: Clock = {
  instantOf: utcMs,
  wallAt: (instant) => {
    const date = new Date(instant);
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    return new Temporal.PlainDateTime(year, month, day, date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds());
  },
};

/**
 * Returns the clock of a zone. Most days have 24 hours, so that one look at the zone's rules does for all times of it.
 *
 * @param zone an IANA name
 */
export const clockOf = (zone: string): Clock => {
  /** The instant at which a local day begins, by the days since 1970; null for those on which the clocks change. */
  const starts = new Map<number, number | null>();
  const startOf = (day: number, date: Temporal.PlainDate): number | null => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const start = date.toZonedDateTime(zone).epochMilliseconds;
    const next = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    const found = next - start === dayMs ? start : null;
    starts.set(day, found);
    return found;
  };
  return {
    instantOf: (wall) => {
      const ms = utcMs(wall);
      const day = Math.floor(ms / dayMs);
      const start = startOf(day, wall.toPlainDate());
      return start === null ? wall.toZonedDateTime(zone).epochMilliseconds : start + ms - day * dayMs;
    },
    wallAt: (instant) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime(),
  };
};

/** The rules of a VTIMEZONE, which some programs make up themselves. */
const clockOfRules = (vtimezone: string, tzid: string): Clock | null => {
  try {
    const [component] = new ICAL.Component(
      ICAL.parse(`BEGIN:VCALENDAR\r\n${vtimezone}\r\nEND:VCALENDAR`) as unknown[],
    ).getAllSubcomponents('vtimezone');
    if (component === undefined) return null;
    const zone = new ICAL.Timezone({ component, tzid });
    const offsetAt = (wall: Temporal.PlainDateTime): number =>
      zone.utcOffset(ICAL.Time.fromJSDate(new Date(utcMs(wall)), true)) * 1_000;
    const instantOf = (wall: Temporal.PlainDateTime): number => utc.instantOf(wall) - offsetAt(wall);
    // Fails at once if the rules can't be used.
    instantOf(Temporal.PlainDateTime.from('2027-01-01T00:00'));
    return { instantOf, wallAt: (instant) => utc.wallAt(instant + offsetAt(utc.wallAt(instant))) };
  } catch {
    return null;
  }
};

/** Names such as `Europe/London`, also behind the path of a program: `/citadel.org/20070227_1/Europe/London`. */
const knownNameOf = (tzid: string): string | null => {
  const parts = tzid.split('/').filter(Boolean);
  const endings = [parts.length, 3, 2].map((length) => parts.slice(-length).join('/'));
  return endings.find((name) => isTimeZone(name)) ?? null;
};

/**
 * Returns what finds the clock of a TZID: by its IANA name, by Windows' name (CLDR), or by the rules that the calendar
 * has for it. Anything else is where the counsellor is.
 *
 * @param zones the text of each VTIMEZONE in the calendar, by its TZID
 */
export const createClocks = (zones: ReadonlyMap<string, string>, atHome: Clock): ((tzid: string) => Clock) => {
  const found = new Map<string, Clock>();
  const find = (tzid: string): Clock => {
    const name = knownNameOf(tzid) ?? findIana(tzid)[0];
    if (name !== undefined) return clockOf(name);
    const rules = zones.get(tzid);
    return (rules === undefined ? null : clockOfRules(rules, tzid)) ?? atHome;
  };
  return (tzid) => {
    const clock = found.get(tzid) ?? find(tzid);
    found.set(tzid, clock);
    return clock;
  };
};
