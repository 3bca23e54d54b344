import type { WorkshopMention } from 'shared';

const endOf = ({ sessions }: Pick<WorkshopMention, 'sessions'>): number => Math.max(...sessions.map(({ ends }) => Date.parse(ends)));

/** Whether its last session is over. `now` in milliseconds. */
export const hasBeen = (workshop: Pick<WorkshopMention, 'sessions'>, now: number): boolean => endOf(workshop) <= now;

/** When the next of them will have been, as ISO 8601: from then on a page says otherwise of it. Null when all have. */
export function nextToEnd(workshops: readonly Pick<WorkshopMention, 'sessions'>[], now: number): string | null {
  const ends = workshops.map(endOf).filter((end) => end > now);
  return ends.length > 0 ? new Date(Math.min(...ends)).toISOString() : null;
}
