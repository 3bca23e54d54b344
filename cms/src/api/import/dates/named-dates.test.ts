import { describe, expect, it } from 'vitest';
import { findNamedDates } from './named-dates';

const named = (text: string) => findNamedDates(text).map(({ words, year, ahead }) => [words, year, ahead]);

describe('findNamedDates', () => {
  it('finds whole dates and months, and hears an announcement', () => {
    expect(named('I’m running a workshop on Saturday 27th September 2025.')).toEqual([
      ['Saturday 27th September 2025', 2025, true],
    ]);
    expect(named('Join me on October 4, 2025. I moved in May 2024.')).toEqual([
      ['October 4, 2025', 2025, true],
      ['May 2024', 2024, false],
    ]);
    expect(findNamedDates('the 3rd of March 2024')[0]).toMatchObject({ day: 3, month: 3, year: 2024 });
  });
  it('takes a bare year, but no reference, no amount and no beginning', () => {
    expect(named('In 2024 I moved.')).toEqual([['2024', 2024, false]]);
    expect(named('Rogers (1957) and Neff, 2011 and (Clarkson 1995); since 2019; £2000; 2019-2021; 12,2020')).toEqual(
      [],
    );
  });
});
