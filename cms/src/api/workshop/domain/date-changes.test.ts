import { describe, expect, it } from 'vitest';
import type { Announced } from './announced';
import { dateChangeErrors, passedDayErrors } from './date-changes';

const now = new Date('2027-01-10T12:00:00.000Z');
const at = (day: string, from = '10', to = '13') => ({
  starts: `${day}T${from}:00:00.000Z`,
  ends: `${day}T${to}:00:00.000Z`,
});
const before = (...sessions: ReturnType<typeof at>[]): Announced => ({
  sessions: sessions.map((session, index) => ({ ...session, n: index + 1, row: index })),
  lastNumber: sessions.length,
  timeZone: 'Europe/London',
  format: 'online',
  venueName: null,
  venueAddress: null,
  joiningDetails: null,
});
const fieldsOf = (told: Announced, sessions: ReturnType<typeof at>[], confirmedDay: string | null = null) =>
  dateChangeErrors(told, { sessions, timeZone: 'Europe/London', confirmedDay }, now).map(({ field }) => field);

const ahead = before(at('2027-06-12'), at('2027-06-19'));

describe('dateChangeErrors', () => {
  it('refuses a day that has passed, with what to do', () => {
    expect(fieldsOf(ahead, [at('2025-06-12'), at('2027-06-19')])).toEqual(['sessions.0.day']);
    expect(fieldsOf(ahead, [at('2027-06-12'), at('2026-06-19')])).toEqual(['sessions.1.day']);
    const [error] = dateChangeErrors(
      ahead,
      { sessions: [at('2025-06-12')], timeZone: 'Europe/London', confirmedDay: '2025-06-12' },
      now,
    );
    expect(error?.message).toMatch(/Thursday 12 June 2025, which has passed.*cancel it instead\.$/);
  });
  it('refuses a session that would have begun today', () => {
    expect(fieldsOf(ahead, [at('2027-01-10', '11', '14')])).toEqual(['sessions.0.day']);
    expect(fieldsOf(ahead, [at('2027-01-10', '13', '14')])).toEqual([]);
  });
  it('accepts what was announced, the end of it, and correcting the time of a session that has begun', () => {
    const begun = before(at('2027-01-09'), at('2027-01-16'));
    expect(fieldsOf(begun, [at('2027-01-09'), at('2027-01-17')])).toEqual([]);
    expect(fieldsOf(begun, [at('2027-01-09', '10', '14'), at('2027-01-16')])).toEqual([]);
    expect(fieldsOf(begun, [at('2027-01-09', '11', '14'), at('2027-01-16')])).toEqual([]);
    expect(fieldsOf(begun, [at('2027-01-08'), at('2027-01-16')])).toEqual(['sessions.0.day']);
  });
  it('wants a day that is more than two years away to be entered twice', () => {
    expect(fieldsOf(ahead, [at('2029-01-09')])).toEqual([]);
    expect(fieldsOf(ahead, [at('2029-01-11')])).toEqual(['confirmedDay']);
    expect(fieldsOf(ahead, [at('2207-06-12'), at('2207-06-19')])).toEqual(['confirmedDay']);
    expect(fieldsOf(ahead, [at('2207-06-12'), at('2207-06-19')], '2207-06-12')).toEqual(['confirmedDay']);
    expect(fieldsOf(ahead, [at('2207-06-12'), at('2207-06-19')], '2207-06-19')).toEqual([]);
    const [error] = dateChangeErrors(
      ahead,
      { sessions: [at('2207-06-12')], timeZone: 'Europe/London', confirmedDay: null },
      now,
    );
    expect(error?.message).toContain('enter that day in “Day, once more”');
    expect(fieldsOf(before(at('2207-06-12')), [at('2207-06-12')])).toEqual([]);
  });
});

describe('passedDayErrors', () => {
  const fieldsOf = (told: Announced | null, ...sessions: ReturnType<typeof at>[]) =>
    passedDayErrors(told, { sessions, timeZone: 'Europe/London' }, now).map(({ field }) => field);

  it('refuses a day that has passed and was never announced, also of a workshop that has begun', () => {
    expect(fieldsOf(null, at('2027-01-09'), at('2027-01-16'))).toEqual(['sessions.0.day']);
    expect(fieldsOf(before(at('2027-01-08')), at('2027-01-08'), at('2027-01-09'))).toEqual(['sessions.1.day']);
    expect(fieldsOf(ahead, at('2026-06-12'))).toEqual(['sessions.0.day']);
  });
  it('accepts what was announced, corrected times of it, and today', () => {
    const begun = before(at('2027-01-09'));
    expect(fieldsOf(begun, at('2027-01-09', '11', '14'), at('2027-01-16'))).toEqual([]);
    expect(fieldsOf(null, at('2027-01-10', '08', '09'))).toEqual([]);
  });
});
