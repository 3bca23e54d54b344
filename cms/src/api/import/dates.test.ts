import { describe, expect, it } from 'vitest';
import { completeDay, completeLaterDay, findNamedDates } from './dates';

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

const july25 = { day: 25, month: 7, year: null };
const today = '2026-11-22';
const dayFor = (text: string, written = july25, year?: number) => completeDay(written, { text, today, year })?.day;

describe('completeDay', () => {
  it('takes the last such day before a date that the text announces', () => {
    expect(dayFor('P.S. I’m running a workshop on Saturday 27th September 2025.')).toBe('2025-07-25');
    expect(dayFor('Book your place for 10 January 2026.', { day: 12, month: 12, year: null })).toBe('2025-12-12');
    expect(dayFor('Join me on 3 March 2027.')).toBe('2026-07-25');
  });
  it('takes the earliest announcement, and an announcement before a memory', () => {
    expect(dayFor('The next workshops start on 1 May 2025 and on 1 May 2026.')).toBe('2024-07-25');
    expect(dayFor('I moved in June 2026. Book now for 1 May 2025.')).toBe('2024-07-25');
  });
  it('comes after what the text looks back on', () => {
    expect(dayFor('On 3 October 2024 I sat by the sea.')).toBe('2025-07-25');
    expect(dayFor('I wrote this in 2024.')).toBe('2024-07-25');
  });
  it('takes the nearest past when the text says nothing useful', () => {
    expect(dayFor('No year here.')).toBe('2026-07-25');
    expect(dayFor('No year.', { day: 25, month: 12, year: null })).toBe('2025-12-25');
    expect(dayFor('On 4 May 1989 my mother left.')).toBe('2026-07-25');
    expect(dayFor('As Rogers (2024) wrote.')).toBe('2026-07-25');
    expect(dayFor('', { day: 29, month: 2, year: null })).toBe('2024-02-29');
  });
  it('lets the caller overrule everything, but not the calendar', () => {
    expect(completeDay(july25, { text: 'workshop on 27 September 2025', today, year: 2023 })).toMatchObject({
      day: '2023-07-25',
      sure: true,
    });
    expect(dayFor('', july25, 2027)).toBeUndefined();
    expect(dayFor('', { day: 29, month: 2, year: null }, 2025)).toBeUndefined();
  });
  it('takes a written year as it is, unless it is still to come', () => {
    const written = (year: number) => completeDay({ ...july25, year }, { text: '', today });
    expect(written(2021)).toMatchObject({ day: '2021-07-25', sure: true });
    expect(written(2027)).toBeNull();
  });
});

describe('completeLaterDay', () => {
  const published = { day: '2025-12-20', sure: false, why: '' };
  it('is the first such day after it was published', () => {
    expect(completeLaterDay({ day: 22, month: 12, year: null }, published, today)?.day).toBe('2025-12-22');
    expect(completeLaterDay({ day: 3, month: 1, year: null }, published, today)?.day).toBe('2026-01-03');
    expect(completeLaterDay({ day: 3, month: 1, year: 2026 }, published, today)).toMatchObject({
      day: '2026-01-03',
      sure: true,
    });
  });
  it('is no day before it was published, and none to come', () => {
    expect(completeLaterDay({ day: 3, month: 1, year: 2025 }, published, today)).toBeNull();
    expect(completeLaterDay({ day: 1, month: 12, year: null }, published, today)).toBeNull();
  });
});
