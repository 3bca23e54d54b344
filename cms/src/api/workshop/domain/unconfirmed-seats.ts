/** How many seats of a workshop may be held for people who have not confirmed their address. */
export interface UnconfirmedSeatLimits {
  /** For people from one network. */
  readonly perNetwork: number;
  /** Altogether, in per cent of the seats that nobody has confirmed. */
  readonly sharePercent: number;
}

/**
 * The seats that are held now without a confirmation. `taken` includes them; `ofNetwork` is null where the network is
 * not known.
 */
export interface UnconfirmedSeats {
  readonly capacity: number;
  readonly taken: number;
  readonly all: number;
  readonly ofNetwork: number | null;
}

/**
 * Returns whether one more seat may be held without a confirmation. Holding is a courtesy: beyond the limits, people
 * get a seat as soon as they confirm, if one is free then. So neither one network nor many can block a workshop: of the
 * seats that nobody has confirmed, at least one is left to those who confirm, and one network holds less than half. Only
 * a workshop for one person has its seat held.
 */
export const mayHoldUnconfirmed = (
  { capacity, taken, all, ofNetwork }: UnconfirmedSeats,
  { perNetwork, sharePercent }: UnconfirmedSeatLimits,
): boolean => {
  const open = capacity - (taken - all);
  const most = capacity === 1 ? 1 : Math.min(open - 1, Math.ceil((open * sharePercent) / 100));
  const mostOfNetwork = Math.max(1, Math.min(perNetwork, Math.ceil(open / 2) - 1));
  return all < most && (ofNetwork === null || ofNetwork < mostOfNetwork);
};
