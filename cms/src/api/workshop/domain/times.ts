import type { Session, WorkshopFormat } from 'shared';
import { Temporal } from 'temporal-polyfill';

/**
 * The clock on the wall somewhere: a day (`2026-06-13`) and a time (`10:00`, or as the database has it `10:00:00.000`).
 */
interface WallClock {
  day: string;
  time: string;
}

const iso = (instant: Temporal.Instant): string => new Date(instant.epochMilliseconds).toISOString();

/**
 * The instant at which the clocks of a zone (IANA) show that, as ISO 8601 in UTC. A time that comes twice, when the
 * clocks go back, is its first one (as in RFC 5545 3.3.5); null for one that they skip when they go forward.
 */
export const instantAt = ({ day, time }: WallClock, timeZone: string): string | null => {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  const there = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return there.toPlainDateTime().equals(wall) ? iso(there.toInstant()) : null;
};

/** The day that the calendars of a zone show at an instant. */
export const dayAt = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** A day so many days later, or earlier. */
export const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** How many days the second lies after the first. */
export const daysBetween = (first: string, second: string): number => Temporal.PlainDate.from(first).until(second).days;

/** The instant with which a day ends in a zone: the first one of the next. */
export const endOfDay = (day: string, timeZone: string): string =>
  iso(Temporal.PlainDate.from(dayAfter(day, 1)).toZonedDateTime(timeZone).toInstant());

/** The instant with which a day begins in a zone. */
export const startOfDay = (day: string, timeZone: string): string =>
  iso(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant());

/** A session as she types it: times on the wall clock of the workshop's zone. */
export interface StoredSession {
  day: string | null;
  starts: string | null;
  ends: string | null;
}

/** What of a workshop decides about its times. */
export interface StoredTimes {
  sessions: readonly StoredSession[];
  timeZone: string;
  opensDay: string | null;
  opensTime: string | null;
  closesDay: string | null;
  closesTime: string | null;
}

/** What of it decides whether it can be published. */
export interface StoredWorkshop extends StoredTimes {
  title: string | null;
  description: unknown;
  format: WorkshopFormat;
  venueName: string | null;
  mapUrl: string | null;
  capacity: number | null;
  prices: readonly { label: string | null; amount: number | string | null }[];
  programme: readonly { title: string | null }[];
  cover: { alternativeText: string | null } | null;
}

/** Instants, ISO 8601 in UTC. */
export interface WorkshopTimes {
  /** At least one, in order. */
  sessions: readonly [Session, ...Session[]];
  starts: string;
  ends: string;
  /** null: registering was possible from the start. */
  opens: string | null;
  closes: string;
}

/**
 * One session; one that ends before it starts on the clock goes on past midnight. Null when a time is missing or
 * skipped by the clocks.
 */
export const sessionOf = ({ day, starts, ends }: StoredSession, timeZone: string): Session | null => {
  if (day === null || starts === null || ends === null) return null;
  const from = instantAt({ day, time: starts }, timeZone);
  const until = instantAt({ day: ends < starts ? dayAfter(day, 1) : day, time: ends }, timeZone);
  return from === null || until === null || until <= from ? null : { starts: from, ends: until };
};

/** When registering begins; null without a day, or when the clocks skip that time. */
const opensAt = ({ opensDay, opensTime, timeZone }: StoredTimes): string | null => {
  if (opensDay === null) return null;
  return opensTime === null ? startOfDay(opensDay, timeZone) : instantAt({ day: opensDay, time: opensTime }, timeZone);
};

/**
 * When registering ends: when she says so, at the end of a day without a time, and with the first session at the
 * latest.
 */
const closesAt = ({ closesDay, closesTime, timeZone }: StoredTimes, starts: string): string => {
  if (closesDay === null) return starts;
  const said =
    closesTime === null ? endOfDay(closesDay, timeZone) : instantAt({ day: closesDay, time: closesTime }, timeZone);
  return said === null || said > starts ? starts : said;
};

/** A workshop's times as instants; null while a session is missing or makes no sense, which no published one is. */
export const timesOf = (stored: StoredTimes): WorkshopTimes | null => {
  const sessions = stored.sessions.map((session) => sessionOf(session, stored.timeZone));
  const [first, ...others] = sessions;
  if (!first || others.includes(null)) return null;
  const all: [Session, ...Session[]] = [first, ...others.flatMap((other) => other ?? [])];
  const starts = first.starts;
  const ends = all.at(-1)?.ends ?? first.ends;
  return { sessions: all, starts, ends, opens: opensAt(stored), closes: closesAt(stored, starts) };
};
