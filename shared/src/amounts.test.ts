import { describe, expect, it } from 'vitest';
import { hoursWords, priceWords, waitWords } from './amounts.js';

describe('priceWords', () => {
  it.each([
    [0, 'Free'],
    [1, '£0.01'],
    [4800, '£48'],
    [750, '£7.50'],
    [1205, '£12.05'],
    [100_000, '£1,000'],
  ])('writes %d pence as %s', (pence, words) => {
    expect(priceWords(pence)).toBe(words);
  });
});

describe('hoursWords', () => {
  it.each([
    [3, '3 hours'],
    [12, '12 hours'],
    [1, '1 hour'],
    [1.5, '1½ hours'],
    [2.5, '2½ hours'],
    [0.5, '½ hour'],
    [0.75, '¾ hour'],
    [1.75, '1¾ hours'],
    [2.25, '2¼ hours'],
    [1.2, '1.2 hours'],
    [1.33, '1.33 hours'],
  ])('writes %d as %s', (hours, words) => {
    expect(hoursWords(hours)).toBe(words);
  });
});

describe('waitWords', () => {
  it.each([
    [0, 'a minute'],
    [60, 'a minute'],
    [61, '2 minutes'],
    [3540, '59 minutes'],
    [3541, 'an hour'],
    [3600, 'an hour'],
    [3601, '2 hours'],
    [86_400, '24 hours'],
  ])('writes %i seconds as %s', (seconds, expected) => {
    expect(waitWords(seconds)).toBe(expected);
  });
});
