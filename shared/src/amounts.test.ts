import { describe, expect, it } from 'vitest';
import { hoursWords, priceWords } from './amounts.js';

describe('prices in words', () => {
  it('are pounds, with pence only where there are any', () => {
    expect([0, 4800, 750, 1205].map(priceWords)).toEqual(['Free', '£48', '£7.50', '£12.05']);
  });
});

describe('hours in words', () => {
  it('are halves and quarters where they can be', () => {
    expect([3, 1, 2.5, 0.5, 1.75, 1.33].map(hoursWords)).toEqual([
      '3 hours',
      '1 hour',
      '2½ hours',
      '½ hour',
      '1¾ hours',
      '1.33 hours',
    ]);
  });
});
