import type { WorkshopMention } from 'shared';

const endOf = ({ sessions }: Pick<WorkshopMention, 'sessions'>): number =>
  Math.max(...sessions.map(({ ends }) => Date.parse(ends)));

/** Whether its last session is over. `now` in milliseconds. */
const hasBeen = (workshop: Pick<WorkshopMention, 'sessions'>, now: number): boolean => endOf(workshop) <= now;

/** When the next of them will have been, as ISO 8601: from then on a page says otherwise of it. Null when all have. */
export function nextToEnd(workshops: readonly Pick<WorkshopMention, 'sessions'>[], now: number): string | null {
  const ends = workshops.map(endOf).filter((end) => end > now);
  return ends.length > 0 ? new Date(Math.min(...ends)).toISOString() : null;
}

/** What follows the name and the time of a workshop that a post mentions. */
export function mentionWords(
  workshop: Pick<WorkshopMention, 'sessions' | 'place' | 'summary' | 'cancelled'>,
  now: number,
): string {
  if (workshop.cancelled) return '. This one was cancelled.';
  if (hasBeen(workshop, now)) return '. This one has been.';
  const where = workshop.place === 'both' ? 'in person and online' : workshop.place;
  return [`, ${where}.`, workshop.summary].filter((part) => part !== '').join(' ');
}
