import { describe, expect, it } from 'vitest';
import { bankHolidayNations, isBankHoliday } from './bank-holidays';
import { isWorkingDay, nextWorkingDay, replyDay, type ReplyTimes, usualWorkingWeek } from './working-days';

const usual: ReplyTimes = { workingWeek: usualWorkingWeek, replyDays: 2, bankHolidays: 'England and Wales' };

describe('the promised day', () => {
  it('is counted in working days from the day after a message has arrived', () => {
    expect(replyDay(usual, '2026-11-30', null)).toBe('2026-12-02');
    // A Friday, a Saturday and a Sunday.
    for (const arrived of ['2026-11-27', '2026-11-28', '2026-11-29'])
      expect(replyDay(usual, arrived, null)).toBe('2026-12-01');
  });

  it('skips bank holidays of the nation, and no others', () => {
    // 25 December 2026 is a Friday; the 28th is kept for Boxing Day.
    expect(replyDay(usual, '2026-12-23', null)).toBe('2026-12-29');
    expect(replyDay({ ...usual, bankHolidays: null }, '2026-12-23', null)).toBe('2026-12-25');
    // St Andrew's Day.
    expect(replyDay(usual, '2026-11-27', null)).toBe('2026-12-01');
    expect(replyDay({ ...usual, bankHolidays: 'Scotland' }, '2026-11-27', null)).toBe('2026-12-02');
  });

  it('is counted from the day on which the counsellor is back', () => {
    expect(replyDay(usual, '2026-11-27', '2026-12-07')).toBe('2026-12-08');
    // A Sunday is no working day, though she is back.
    expect(replyDay(usual, '2026-11-27', '2026-12-06')).toBe('2026-12-08');
    // Being away has passed.
    expect(replyDay(usual, '2026-11-30', '2026-11-30')).toBe('2026-12-02');
  });

  it('follows her own week', () => {
    const workingWeek = { ...usualWorkingWeek, monday: false, wednesday: false, friday: false };
    expect(replyDay({ ...usual, workingWeek }, '2026-11-27', null)).toBe('2026-12-03');
    const never = Object.fromEntries(Object.keys(usualWorkingWeek).map((day) => [day, false]));
    expect(replyDay({ ...usual, workingWeek: never as typeof usualWorkingWeek }, '2026-11-27', null)).toBe(
      '2026-11-29',
    );
  });
});

describe('bank holidays', () => {
  it('are on weekdays, eight to ten a year, in every nation', () => {
    for (const nation of bankHolidayNations)
      for (const year of [2026, 2027, 2028, 2029, 2030]) {
        const days = Array.from({ length: 366 }, (_, n) => new Date(Date.UTC(year, 0, 1 + n)))
          .filter((date) => date.getUTCFullYear() === year)
          .filter((date) => isBankHoliday(nation, date.toISOString().slice(0, 10)));
        expect(days.length).toBeGreaterThanOrEqual(8);
        expect(days.length).toBeLessThanOrEqual(10);
        for (const day of days) expect([1, 2, 3, 4, 5], day.toISOString()).toContain(day.getUTCDay());
      }
  });

  it('are days on which nobody works, unless the counsellor keeps none', () => {
    expect(isWorkingDay(usual, '2027-05-31')).toBe(false);
    expect(isWorkingDay({ ...usual, bankHolidays: null }, '2027-05-31')).toBe(true);
    expect(nextWorkingDay(usual, '2027-12-25')).toBe('2027-12-29');
  });
});
