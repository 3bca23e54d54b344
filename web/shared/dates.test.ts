import { clockWords, dayWords, momentWords, timeWords, zoneWords } from 'shared';
import { describe, expect, it } from 'vitest';
import { formatDate, formatDay, formatDayMonth, formatWeekday, formatYear, isoDate, isoInZone } from './dates';

describe('dates as readers see them', () => {
  it.each([
    { date: '2026-03-12T09:00:00.000Z', zone: 'Europe/London', long: '12 March 2026', day: '2026-03-12' },
    { date: '2026-06-30T23:30:00.000Z', zone: 'Europe/London', long: '1 July 2026', day: '2026-07-01' },
    { date: '2026-12-31T23:30:00.000Z', zone: 'Europe/London', long: '31 December 2026', day: '2026-12-31' },
    { date: '2026-12-31T23:30:00.000Z', zone: 'Pacific/Auckland', long: '1 January 2027', day: '2027-01-01' },
    { date: '2026-07-01T03:30:00.000Z', zone: 'America/New_York', long: '30 June 2026', day: '2026-06-30' },
    // A day is the same everywhere.
    { date: '2026-11-22', zone: 'America/New_York', long: '22 November 2026', day: '2026-11-22' },
    { date: '2026-11-22', zone: 'Pacific/Auckland', long: '22 November 2026', day: '2026-11-22' },
  ])('shows $date in $zone as $long', ({ date, zone, long, day }) => {
    expect(formatDate(date, zone)).toBe(long);
    expect(isoDate(date, zone)).toBe(day);
  });

  it('shows a day without a zone', () => {
    expect(formatDay('2026-11-22')).toBe('22 November 2026');
  });
});

describe('a wall-clock time', () => {
  it.each([
    ['00:00', 'midnight'],
    ['00:30', '12:30am'],
    ['09:45', '9:45am'],
    ['10:00', '10am'],
    ['12:00', 'midday'],
    ['12:05', '12:05pm'],
    ['14:00', '2pm'],
    ['23:59', '11:59pm'],
  ])('shows %s as %s', (time, expected) => {
    expect(clockWords(time)).toBe(expected);
  });
});

describe('an instant in a zone', () => {
  it.each([
    // Before, between and after the clock changes, and the hour that occurs twice.
    {
      instant: '2026-03-28T10:00:00.000Z',
      zone: 'Europe/London',
      day: 'Saturday 28 March 2026',
      clock: '10am',
      name: 'UK time (GMT)',
      iso: '2026-03-28T10:00:00+00:00',
    },
    {
      instant: '2026-03-29T10:00:00.000Z',
      zone: 'Europe/London',
      day: 'Sunday 29 March 2026',
      clock: '11am',
      name: 'UK time (BST)',
      iso: '2026-03-29T11:00:00+01:00',
    },
    {
      instant: '2026-10-25T00:30:00.000Z',
      zone: 'Europe/London',
      day: 'Sunday 25 October 2026',
      clock: '1:30am',
      name: 'UK time (BST)',
      iso: '2026-10-25T01:30:00+01:00',
    },
    {
      instant: '2026-10-25T01:30:00.000Z',
      zone: 'Europe/London',
      day: 'Sunday 25 October 2026',
      clock: '1:30am',
      name: 'UK time (GMT)',
      iso: '2026-10-25T01:30:00+00:00',
    },
    {
      instant: '2026-06-30T23:30:00.000Z',
      zone: 'Europe/London',
      day: 'Wednesday 1 July 2026',
      clock: '12:30am',
      name: 'UK time (BST)',
      iso: '2026-07-01T00:30:00+01:00',
    },
    {
      instant: '2026-06-13T14:00:00.000Z',
      zone: 'America/New_York',
      day: 'Saturday 13 June 2026',
      clock: '10am',
      name: 'Eastern Daylight Time (UTC−4)',
      iso: '2026-06-13T10:00:00-04:00',
    },
    {
      instant: '2026-06-13T06:30:00.000Z',
      zone: 'Asia/Kolkata',
      day: 'Saturday 13 June 2026',
      clock: 'midday',
      name: 'India Standard Time (UTC+5:30)',
      iso: '2026-06-13T12:00:00+05:30',
    },
    {
      instant: '2026-06-13T09:00:00.000Z',
      zone: 'Etc/UTC',
      day: 'Saturday 13 June 2026',
      clock: '9am',
      name: 'Coordinated Universal Time (UTC)',
      iso: '2026-06-13T09:00:00+00:00',
    },
  ])('shows $instant with the clock of $zone', ({ instant, zone, day, clock, name, iso }) => {
    expect([
      dayWords(instant, zone),
      timeWords(instant, zone),
      zoneWords(instant, zone),
      isoInZone(instant, zone),
    ]).toEqual([day, clock, name, iso]);
    expect(Date.parse(iso)).toBe(Date.parse(instant));
  });

  it('can be shown in parts', () => {
    const instant = '2026-06-13T09:00:00.000Z';
    expect([
      formatDayMonth(instant, 'Europe/London'),
      formatWeekday(instant, 'Europe/London'),
      formatYear(instant, 'Europe/London'),
    ]).toEqual(['13 June', 'Saturday', '2026']);
  });

  it('is shown in full with its zone', () => {
    expect(momentWords('2026-06-13T09:00:00.000Z', 'Europe/London')).toBe(
      'Saturday 13 June 2026 at 10am, UK time (BST)',
    );
  });
});
