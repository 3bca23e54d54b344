import type { Session, WorkshopFormat } from 'shared';
import { Temporal } from 'temporal-polyfill';
import { dayAfter, endOfDay, startOfDay } from '#src/time/days';

/** A local date (`2026-06-13`) and time (`10:00`, or `10:00:00.000` as the database stores it). */
interface LocalTime {
  day: string;
  time: string;
}

const iso = (instant: Temporal.Instant): string => new Date(instant.epochMilliseconds).toISOString();

/**
 * Returns the instant of a local time as ISO 8601 in UTC. A time that occurs twice, when the clocks go back, is the
 * first one; null for a time that is skipped when they go forward.
 * @param timeZone an IANA name
 * @see RFC 5545, 3.3.5
 */
export const instantAt = ({ day, time }: LocalTime, timeZone: string): string | null => {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  const there = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return there.toPlainDateTime().equals(wall) ? iso(there.toInstant()) : null;
};

/** A session as the counsellor enters it, in local times of the workshop's time zone. */
export interface StoredSession {
  day: string | null;
  starts: string | null;
  ends: string | null;
}

/** The fields of a workshop that its times follow from. */
export interface StoredTimes {
  sessions: readonly StoredSession[];
  timeZone: string;
  opensDay: string | null;
  opensTime: string | null;
  closesDay: string | null;
  closesTime: string | null;
}

/** The fields of a workshop that are checked before publishing. */
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
  /** When registration opens; null: it has been open from the start. */
  opens: string | null;
  closes: string;
}

/**
 * Returns a session as instants; null when a time is missing or skipped by the clocks. If the end is earlier than the
 * start, the session ends on the next day.
 */
export const sessionOf = ({ day, starts, ends }: StoredSession, timeZone: string): Session | null => {
  if (day === null || starts === null || ends === null) return null;
  const from = instantAt({ day, time: starts }, timeZone);
  const until = instantAt({ day: ends < starts ? dayAfter(day, 1) : day, time: ends }, timeZone);
  return from === null || until === null || until <= from ? null : { starts: from, ends: until };
};

/** Returns when registration opens; null without a day, or when the clocks skip that time. */
const opensAt = ({ opensDay, opensTime, timeZone }: StoredTimes): string | null => {
  if (opensDay === null) return null;
  return opensTime === null ? startOfDay(opensDay, timeZone) : instantAt({ day: opensDay, time: opensTime }, timeZone);
};

/**
 * Returns when registration closes: at the time that the counsellor has set, or at the end of that day without a time,
 * but no later than the start of the first session.
 */
const closesAt = ({ closesDay, closesTime, timeZone }: StoredTimes, starts: string): string => {
  if (closesDay === null) return starts;
  const set =
    closesTime === null ? endOfDay(closesDay, timeZone) : instantAt({ day: closesDay, time: closesTime }, timeZone);
  return set === null || set > starts ? starts : set;
};

/** Returns a workshop's times as instants; null without sessions or with an invalid one, which only drafts have. */
export const timesOf = (stored: StoredTimes): WorkshopTimes | null => {
  const sessions = stored.sessions.map((session) => sessionOf(session, stored.timeZone));
  const [first, ...others] = sessions;
  if (!first || others.includes(null)) return null;
  const all: [Session, ...Session[]] = [first, ...others.flatMap((other) => other ?? [])];
  const starts = first.starts;
  const ends = all.at(-1)?.ends ?? first.ends;
  return { sessions: all, starts, ends, opens: opensAt(stored), closes: closesAt(stored, starts) };
};
