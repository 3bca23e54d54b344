import { describe, expect, it } from 'vitest';
import { hasTooManyDecimals } from './check-decimals';

describe('a decimal', () => {
  it.each([0, 12, 12.5, 12.34, '12.34', 0.07, 1.1, 9999.99, null, undefined, '', 'x'])(
    'can be stored as %j',
    (value) => {
      expect(hasTooManyDecimals(value)).toBe(false);
    },
  );
  it.each([0.001, 12.345, '12.345', 0.009, 1e-7])('is refused as %j', (value) => {
    expect(hasTooManyDecimals(value)).toBe(true);
  });
});
