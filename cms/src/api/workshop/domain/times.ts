import type { Session } from 'shared';
import type { StoredSession, StoredTimes } from './stored-workshop';
import { dayAfter, endOfDay, instantAt, startOfDay } from './wall-clock';

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

/** One session; one that ends before it starts on the clock goes on past midnight. Null when a time is missing or skipped by the clocks. */
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

/** When registering ends: when she says so, at the end of a day without a time, and with the first session at the latest. */
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
