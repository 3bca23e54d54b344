import { describe, expect, it } from 'vitest';
import { typedWorkshopDates } from './typed-dates';

const now = new Date('2026-06-01T12:00:00Z');
const session = { day: '2026-06-13', starts: '10:00:00.000', ends: '13:00:00.000' };
const errorsOf = (values: object, saved: object = {}, isOnSite = false): string[] =>
  typedWorkshopDates(values, now, { saved, isOnSite }).map(({ field, message }) => `${field}: ${message}`);

describe('the dates of a workshop while they are typed', () => {
  it('have no errors while something is missing or half typed', () => {
    expect(errorsOf({})).toEqual([]);
    expect(errorsOf({ sessions: [{}, { ...session, ends: null }, { ...session, day: 'incomplete' }] })).toEqual([]);
    expect(errorsOf({ sessions: [session], opensDay: 'incomplete', opensTime: 'incomplete' })).toEqual([]);
  });

  it('may be seconds apart', () => {
    expect(errorsOf({ sessions: [{ ...session, starts: '10:00:05.000', ends: '10:00:09.500' }] })).toEqual([]);
  });

  it('say that a session is over already, unless readers know of it', () => {
    const past = { sessions: [{ ...session, day: '2025-06-13' }] };
    const said = [
      'sessions.0.day: This day has passed, so the session can’t be published. Check the day and the year.',
    ];
    expect(errorsOf(past)).toEqual(said);
    expect(errorsOf(past, past, false)).toEqual(said);
    expect(errorsOf(past, past, true)).toEqual([]);
    expect(errorsOf(past, { sessions: [session] }, true)).toEqual(said);
    expect(errorsOf({ sessions: [{ ...session, day: '2026-06-01' }] })).toEqual([]);
  });

  it('say that registration closes after the workshop starts', () => {
    const closing = (closesDay: string | null, closesTime: string | null = null) =>
      errorsOf({ sessions: [session, { ...session, day: '2026-06-20' }], closesDay, closesTime });
    const late = (field: string, what: string) =>
      `${field}: Registration would close after the workshop starts. ` +
      `Choose an earlier ${what}, or leave this empty: it then closes at the start.`;
    expect(closing('2026-06-14')).toEqual([late('closesDay', 'day')]);
    expect(closing('2026-06-20', '09:00')).toEqual([late('closesDay', 'day')]);
    expect(closing('2026-06-13', '10:01')).toEqual([late('closesTime', 'time')]);
    expect(closing('2026-06-13', '10:00')).toEqual([]);
    expect(closing('2026-06-13')).toEqual([]);
    expect(closing('2026-06-12', '23:59')).toEqual([]);
    expect(errorsOf({ sessions: [{ ...session, ends: null }], closesDay: '2026-06-14' })).toEqual([]);
  });

  it('say that a session begins during any earlier one, also past midnight', () => {
    const night = { day: '2026-06-13', starts: '20:00', ends: '02:00' };
    const [short, inNight] = [
      { day: '2026-06-13', starts: '15:00', ends: '16:00' },
      { day: '2026-06-14', starts: '01:30', ends: '03:00' },
    ];
    expect(errorsOf({ sessions: [session, night, { ...inNight, starts: '02:00' }] })).toEqual([]);
    expect(errorsOf({ sessions: [night, inNight] })).toEqual([
      'sessions.1.day: Session 2 begins before session 1 has ended. Put them in order.',
    ]);
    expect(errorsOf({ sessions: [short, night, { ...short, day: '2026-06-14' }, inNight] })).toEqual([
      'sessions.3.day: Session 4 begins before session 2 has ended. Put them in order.',
    ]);
  });

  it('say that registration opens too late, or on no day', () => {
    const late =
      'opensDay: Registration would open after it closes, or after the workshop starts. Choose an earlier day.';
    expect(errorsOf({ opensDay: '2026-06-11', closesDay: '2026-06-10' })).toEqual([late]);
    expect(errorsOf({ sessions: [session], opensDay: '2026-06-13', opensTime: '10:00:00.000' })).toEqual([late]);
    expect(errorsOf({ sessions: [session], opensDay: '2026-06-10', closesDay: '2026-06-10' })).toEqual([]);
    expect(errorsOf({ closesTime: '10:00' })).toEqual([
      'closesDay: Enter the day when registration closes, or leave the time empty.',
    ]);
  });
});
