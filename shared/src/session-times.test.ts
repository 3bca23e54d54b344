import { describe, expect, it } from 'vitest';
import { clockWords, dayWords, momentWords, sessionWords, zoneWords } from './session-times.js';

describe('times of a session in words', () => {
  it('are those of the time zone, before and after both changes of the clocks', () => {
    expect(
      sessionWords({ starts: '2026-06-13T09:00:00.000Z', ends: '2026-06-13T12:00:00.000Z' }, 'Europe/London'),
    ).toBe('Saturday 13 June 2026, 10am to 1pm');
    expect(
      sessionWords({ starts: '2026-03-28T10:00:00.000Z', ends: '2026-03-28T12:30:00.000Z' }, 'Europe/London'),
    ).toBe('Saturday 28 March 2026, 10am to 12:30pm');
    expect(
      sessionWords({ starts: '2026-10-25T09:30:00.000Z', ends: '2026-10-25T12:00:00.000Z' }, 'Europe/London'),
    ).toBe('Sunday 25 October 2026, 9:30am to midday');
    expect(sessionWords({ starts: '2026-06-13T18:00:00.000Z', ends: '2026-06-13T20:00:00.000Z' }, 'Asia/Kolkata')).toBe(
      'Saturday 13 June 2026, 11:30pm to 1:30am on Sunday 14 June 2026',
    );
  });

  it('name the time zone as it is on that day', () => {
    expect(zoneWords('2026-06-13T09:00:00.000Z', 'Europe/London')).toBe('UK time (BST)');
    expect(zoneWords('2026-12-05T10:00:00.000Z', 'Europe/London')).toBe('UK time (GMT)');
    expect(zoneWords('2026-06-13T09:00:00.000Z', 'Asia/Kolkata')).toBe('India Standard Time (UTC+5:30)');
    expect(zoneWords('2026-06-13T09:00:00.000Z', 'America/New_York')).toBe('Eastern Daylight Time (UTC−4)');
    expect(zoneWords('2026-06-13T09:00:00.000Z', 'Etc/UTC')).toBe('Coordinated Universal Time (UTC)');
  });

  it('write times as people say them', () => {
    expect(['00:00', '00:15', '09:45', '12:00', '12:05', '23:59'].map(clockWords)).toEqual([
      'midnight',
      '12:15am',
      '9:45am',
      'midday',
      '12:05pm',
      '11:59pm',
    ]);
    expect(momentWords('2026-06-13T09:00:00.000Z', 'Europe/London')).toBe(
      'Saturday 13 June 2026 at 10am, UK time (BST)',
    );
    expect(dayWords('2026-12-31T23:30:00.000Z', 'Pacific/Auckland')).toBe('Friday 1 January 2027');
  });
});
