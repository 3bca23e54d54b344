import type { Away } from 'shared';
import { formatDayMonth } from '#shared/dates';

/**
 * Returns what readers are told while the counsellor is away, her own message first; nothing when she is here.
 *
 * @param now milliseconds since 1970
 */
export function awayMessages(away: Away | null, counsellor: string, now: number): string[] {
  if (away === null || Date.parse(away.until) <= now) return [];
  const day = formatDayMonth(away.until, 'Europe/London');
  return [away.message ?? `${counsellor} is away until ${day}.`, `Comments open again on ${day}.`];
}
