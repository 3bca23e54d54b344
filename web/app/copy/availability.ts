import { type Availability, availabilityWeeks, isoDay, offsetOf } from 'shared';
import { formatDate, formatDay } from '#shared/dates';

const weekMs = 7 * 86_400_000;

/** What is said about space, its date, and when the clock changes that (milliseconds since 1970). */
interface AvailabilityWords {
  sentence: string;
  note: string | null;
  updated: string;
  changesAt: number | null;
}

/** Returns when a day such as `2026-12-12` begins in a zone. */
const beginsAt = (day: string, timeZone: string): number =>
  Date.parse(`${day}T00:00:00${offsetOf(`${day}T00:00:00Z`, timeZone)}`);

const sentences = {
  now: 'I have space for new people.',
  full: 'I have no space at the moment.',
  ask: 'Please ask me whether I have space.',
} as const;

/**
 * Returns what the counsellor says about her space. Once the day has come from which she has some, she has it now;
 * after six weeks, the date says that it may be old.
 *
 * @param now milliseconds since 1970
 */
export function availabilityWords(
  { state, from, note, updated }: Availability,
  timeZone: string,
  now: number,
): AvailabilityWords {
  const oldAt = Date.parse(updated) + availabilityWeeks * weekMs;
  const isAhead = state === 'from' && from !== null && from > isoDay(new Date(now).toISOString(), timeZone);
  const changes = [oldAt, ...(isAhead ? [beginsAt(from, timeZone)] : [])].filter((at) => at > now);
  return {
    sentence: isAhead ? `I have space from ${formatDay(from)}.` : sentences[state === 'from' ? 'now' : state],
    note,
    updated: `${now < oldAt ? 'Updated' : 'Last updated'} on ${formatDate(updated, timeZone)}`,
    changesAt: changes.length > 0 ? Math.min(...changes) : null,
  };
}
