import type { Practice } from 'shared';
import { formatDayMonth } from '#shared/dates';

/**
 * Returns what readers are told while the counsellor is away, the counsellor's own message first; otherwise nothing.
 *
 * @param now milliseconds since 1970
 */
export function awayMessages(
  { away, counsellor, timeZone }: Pick<Practice, 'away' | 'counsellor' | 'timeZone'>,
  now: number,
): string[] {
  if (away === null || Date.parse(away.until) <= now) return [];
  const day = formatDayMonth(away.until, timeZone);
  return [away.message ?? `${counsellor} is away until ${day}.`, `Comments open again on ${day}.`];
}
