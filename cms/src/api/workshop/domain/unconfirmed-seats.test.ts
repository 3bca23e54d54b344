import { describe, expect, it } from 'vitest';
import { mayHoldUnconfirmed } from './unconfirmed-seats';

const limits = { perNetwork: 3, sharePercent: 75 };

/** How many seats are held when more and more people register and nobody confirms. */
const heldBy = (capacity: number, network: 'one network' | 'many networks'): number => {
  let held = 0;
  while (
    held < capacity &&
    mayHoldUnconfirmed({ capacity, all: held, ofNetwork: network === 'one network' ? held : 0 }, limits)
  )
    held += 1;
  return held;
};

describe('seats without a confirmation', () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 3],
    [8, 6],
    [12, 9],
    [100, 75],
  ])('of %i, never block a workshop: %i at most', (capacity, most) => {
    expect(heldBy(capacity, 'many networks')).toBe(most);
  });

  it.each([
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 1],
    [5, 2],
    [8, 3],
    [100, 3],
  ])('of %i, are held for one network %i times at most', (capacity, most) => {
    expect(heldBy(capacity, 'one network')).toBe(most);
  });

  it('are held for people whose network is not known', () => {
    expect(mayHoldUnconfirmed({ capacity: 100, all: 50, ofNetwork: null }, limits)).toBe(true);
    expect(mayHoldUnconfirmed({ capacity: 100, all: 75, ofNetwork: null }, limits)).toBe(false);
  });
});
