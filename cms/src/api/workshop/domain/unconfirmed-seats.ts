/** How many seats of a workshop may be held for people who have not confirmed their address. */
export interface UnconfirmedSeatLimits {
  /** For people from one network. */
  readonly perNetwork: number;
  /** Altogether, in per cent of the capacity. */
  readonly sharePercent: number;
}

/** The seats that are held now without a confirmation. `ofNetwork` is null where the network is not known. */
export interface UnconfirmedSeats {
  readonly capacity: number;
  readonly all: number;
  readonly ofNetwork: number | null;
}

/**
 * Returns whether one more seat may be held without a confirmation. Holding is a courtesy: beyond the limits, people
 * get a seat as soon as they confirm, if one is free then. So neither one network nor many can block a workshop: at
 * least one seat is left to those who confirm, and one network holds less than half. The only seat of a workshop for
 * one can be held.
 */
export const mayHoldUnconfirmed = (
  { capacity, all, ofNetwork }: UnconfirmedSeats,
  { perNetwork, sharePercent }: UnconfirmedSeatLimits,
): boolean => {
  const most = Math.max(1, Math.min(capacity - 1, Math.ceil((capacity * sharePercent) / 100)));
  const mostOfNetwork = Math.max(1, Math.min(perNetwork, Math.ceil(capacity / 2) - 1));
  return all < most && (ofNetwork === null || ofNetwork < mostOfNetwork);
};
