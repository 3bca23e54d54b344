import type { WorkshopSummary } from 'shared';

/** The next workshop that somebody could still look forward to, from those that come in order: none that has begun or was cancelled. */
export const nextOf = (coming: readonly WorkshopSummary[]): WorkshopSummary | null =>
  coming.find(({ state }) => !['under way', 'past', 'cancelled'].includes(state)) ?? null;
