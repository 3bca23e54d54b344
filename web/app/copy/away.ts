import type { Practice } from 'shared';
import { formatDate, formatDayMonth, formatYear } from '#shared/dates';

/** Returns words as a sentence that another may follow. */
const asSentence = (words: string): string => (/[.!?…]["”’)]*$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

/**
 * Returns what readers are told while the counsellor is away, as sentences, the counsellor's own message first;
 * otherwise nothing. The day has its year unless it is in this one.
 *
 * @param now milliseconds since 1970
 */
export function awayMessages(
  { away, counsellor, timeZone }: Pick<Practice, 'away' | 'counsellor' | 'timeZone'>,
  now: number,
): string[] {
  if (away === null || Date.parse(away.until) <= now) return [];
  const isThisYear = formatYear(away.until, timeZone) === formatYear(new Date(now).toISOString(), timeZone);
  const day = (isThisYear ? formatDayMonth : formatDate)(away.until, timeZone);
  return [asSentence(away.message ?? `${counsellor} is away until ${day}`), `Comments open again on ${day}.`];
}
