import { describe, expect, it } from 'vitest';
import { waitWords } from './wait-words';

describe('a time to wait', () => {
  it.each([
    [0, 'a minute'],
    [60, 'a minute'],
    [61, '2 minutes'],
    [3540, '59 minutes'],
    [3541, 'an hour'],
    [3600, 'an hour'],
  ])('of %i s is %s', (seconds, words) => {
    expect(waitWords(seconds)).toBe(words);
  });
});
