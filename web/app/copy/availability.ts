import { type Availability, availabilityWeeks, formatIn } from 'shared';
import { formatDate, formatDay } from '#shared/dates';

const weekMs = 7 * 86_400_000;

/** What is said about space, its date, and when the clock changes that (milliseconds since 1970). */
interface AvailabilityWords {
  sentence: string;
  note: string | null;
  updated: string;
  changesAt: number | null;
}

/** Returns when a day begins in a zone, to the hour: no zone is further from UTC than that. */
const beginsAt = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const sentences = {
  now: 'I have space for new people.',
  full: 'I have no space at the moment.',
  ask: 'Please ask me whether I have space.',
} as const;

/** Returns the day of an instant in a zone, such as `2026-11-27`. */
const dayIn = (now: number, timeZone: string): string => {
  const parts = formatIn(timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(now));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
};

/**
 * Returns what the counsellor says about her space. Once the day has come from which she has some, she has it now; after
 * six weeks, the date says that it may be old.
 *
 * @param now milliseconds since 1970
 */
export function availabilityWords(
  { state, from, note, updated }: Availability,
  timeZone: string,
  now: number,
): AvailabilityWords {
  const oldAt = Date.parse(updated) + availabilityWeeks * weekMs;
  const isAhead = state === 'from' && from !== null && from > dayIn(now, timeZone);
  const changes = [oldAt, ...(isAhead ? [beginsAt(from)] : [])].filter((at) => at > now);
  return {
    sentence: isAhead ? `I have space from ${formatDay(from)}.` : sentences[state === 'from' ? 'now' : state],
    note,
    updated: `${now < oldAt ? 'Updated' : 'Last updated'} on ${formatDate(updated, timeZone)}`,
    changesAt: changes.length > 0 ? Math.min(...changes) : null,
  };
}
