import { describe, expect, it } from 'vitest';
import { mayHoldUnconfirmed } from './unconfirmed-seats';

const limits = { perNetwork: 3, sharePercent: 75 };

/** How many seats are held when more and more people register and nobody confirms, beside those who have. */
const heldBy = (capacity: number, network: 'one network' | 'many networks', confirmed = 0): number => {
  let held = 0;
  while (
    confirmed + held < capacity &&
    mayHoldUnconfirmed(
      { capacity, taken: confirmed + held, all: held, ofNetwork: network === 'one network' ? held : 0 },
      limits,
    )
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

  it.each([
    [12, 10, 1],
    [12, 11, 0],
    [20, 5, 12],
    [2, 1, 0],
  ])('of %i, with %i confirmed, are %i at most, so that one stays free', (capacity, confirmed, most) => {
    expect(heldBy(capacity, 'many networks', confirmed)).toBe(most);
    expect(confirmed + most).toBeLessThan(capacity);
  });

  it('are held for people whose network is not known', () => {
    expect(mayHoldUnconfirmed({ capacity: 100, taken: 50, all: 50, ofNetwork: null }, limits)).toBe(true);
    expect(mayHoldUnconfirmed({ capacity: 100, taken: 75, all: 75, ofNetwork: null }, limits)).toBe(false);
  });
});
