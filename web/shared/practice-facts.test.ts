import { describe, expect, it } from 'vitest';
import { placeLines } from './practice-facts';

describe('placeLines', () => {
  it.each([
    [
      { address: 'The Quiet Room\nLeeds LS1 0XX', area: 'Headingley', town: 'Leeds' },
      ['The Quiet Room', 'Leeds LS1 0XX'],
    ],
    [{ address: null, area: 'Headingley', town: 'Leeds' }, ['Headingley, Leeds']],
    [{ address: null, area: null, town: 'Leeds' }, ['Leeds']],
    [{ address: null, area: null, town: null }, []],
  ])('of %j are %j', (place, lines) => {
    expect(placeLines(place)).toEqual(lines);
  });
});
