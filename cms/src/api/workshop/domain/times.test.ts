import { afterEach, describe, expect, it, vi } from 'vitest';
import { dayAfter, dayAt, daysBetween, endOfDay, startOfDay } from '#src/time/days';
import { instantAt, sessionOf, type StoredTimes, timesOf } from './times';

describe('local times', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each(['UTC', 'Europe/London', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland'])(
    'means the same instant on a server in %s',
    (server) => {
      vi.stubEnv('TZ', server);
      expect(instantAt({ day: '2026-03-28', time: '10:00' }, 'Europe/London')).toBe('2026-03-28T10:00:00.000Z');
      expect(instantAt({ day: '2026-03-29', time: '10:00:00.000' }, 'Europe/London')).toBe('2026-03-29T09:00:00.000Z');
      expect(instantAt({ day: '2026-10-24', time: '10:00' }, 'Europe/London')).toBe('2026-10-24T09:00:00.000Z');
      expect(instantAt({ day: '2026-10-25', time: '10:00' }, 'Europe/London')).toBe('2026-10-25T10:00:00.000Z');
      expect(instantAt({ day: '2026-06-13', time: '10:00' }, 'America/New_York')).toBe('2026-06-13T14:00:00.000Z');
      expect(endOfDay('2026-03-29', 'Europe/London')).toBe('2026-03-29T23:00:00.000Z');
      expect(startOfDay('2026-03-29', 'Europe/London')).toBe('2026-03-29T00:00:00.000Z');
    },
  );

  it('have no instant when they are skipped, and the first when they occur twice', () => {
    expect(instantAt({ day: '2026-03-29', time: '01:30' }, 'Europe/London')).toBeNull();
    expect(instantAt({ day: '2026-10-25', time: '01:30' }, 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('belong to the days of their time zone', () => {
    expect(dayAt('2026-12-31T23:30:00.000Z', 'Pacific/Auckland')).toBe('2027-01-01');
    expect(dayAfter('2026-02-27', 2)).toBe('2026-03-01');
    expect(daysBetween('2026-03-28', '2026-04-04')).toBe(7);
  });
});

const london = 'Europe/London';
const saturday = { day: '2026-06-13', starts: '10:00:00.000', ends: '13:00:00.000' };
const sunday = { day: '2026-06-14', starts: '10:00:00.000', ends: '13:00:00.000' };

const stored = (over: Partial<StoredTimes> = {}): StoredTimes => ({
  sessions: [saturday, sunday],
  timeZone: london,
  opensDay: null,
  opensTime: null,
  closesDay: null,
  closesTime: null,
  ...over,
});

describe('a session in local times', () => {
  it('becomes two instants in UTC', () => {
    expect(sessionOf(saturday, london)).toEqual({
      starts: '2026-06-13T09:00:00.000Z',
      ends: '2026-06-13T12:00:00.000Z',
    });
  });

  it('ends on the next day when its end is before its start', () => {
    expect(sessionOf({ day: '2026-06-13', starts: '22:00', ends: '01:00' }, london)).toEqual({
      starts: '2026-06-13T21:00:00.000Z',
      ends: '2026-06-14T00:00:00.000Z',
    });
  });

  it('lasts an hour longer in the night in which the clocks go back', () => {
    expect(sessionOf({ day: '2026-10-24', starts: '23:00', ends: '03:00' }, london)).toEqual({
      starts: '2026-10-24T22:00:00.000Z',
      ends: '2026-10-25T03:00:00.000Z',
    });
  });

  it.each([
    ['has no day', { ...saturday, day: null }],
    ['has no start', { ...saturday, starts: null }],
    ['has no end', { ...saturday, ends: null }],
    ['ends when it starts', { ...saturday, ends: saturday.starts }],
    ['starts at a time that the clocks skip', { day: '2026-03-29', starts: '01:30', ends: '04:00' }],
    ['ends at a time that the clocks skip', { day: '2026-03-28', starts: '23:00', ends: '01:30' }],
  ])('is invalid when it %s', (_, session) => {
    expect(sessionOf(session, london)).toBeNull();
  });
});

describe('the times of a workshop', () => {
  it('run from the start of the first session to the end of the last', () => {
    expect(timesOf(stored())).toEqual({
      sessions: [
        { starts: '2026-06-13T09:00:00.000Z', ends: '2026-06-13T12:00:00.000Z' },
        { starts: '2026-06-14T09:00:00.000Z', ends: '2026-06-14T12:00:00.000Z' },
      ],
      starts: '2026-06-13T09:00:00.000Z',
      ends: '2026-06-14T12:00:00.000Z',
      opens: null,
      closes: '2026-06-13T09:00:00.000Z',
    });
  });

  it('are null without sessions or with an invalid one', () => {
    expect(timesOf(stored({ sessions: [] }))).toBeNull();
    expect(timesOf(stored({ sessions: [{ ...saturday, day: null }, sunday] }))).toBeNull();
    expect(timesOf(stored({ sessions: [saturday, { ...sunday, ends: null }] }))).toBeNull();
  });

  it.each([
    ['at the start of a day without a time', '2026-05-01', null, '2026-04-30T23:00:00.000Z'],
    ['at a time of a day', '2026-05-01', '09:30', '2026-05-01T08:30:00.000Z'],
    ['at once when the clocks skip that time', '2026-03-29', '01:30', null],
    ['at once without a day', null, '09:30', null],
  ])('open registration %s', (_, opensDay, opensTime, opens) => {
    expect(timesOf(stored({ opensDay, opensTime }))?.opens).toBe(opens);
  });

  it.each([
    ['at the end of a day without a time', '2026-06-10', null, '2026-06-10T23:00:00.000Z'],
    ['at a time of a day', '2026-06-10', '18:00', '2026-06-10T17:00:00.000Z'],
    ['with the first session when the clocks skip that time', '2026-03-29', '01:30', '2026-06-13T09:00:00.000Z'],
    ['with the first session when the day is later', '2026-06-13', null, '2026-06-13T09:00:00.000Z'],
    ['with the first session without a day', null, '18:00', '2026-06-13T09:00:00.000Z'],
    ['up to the minute before the first session', '2026-06-13', '09:59', '2026-06-13T08:59:00.000Z'],
  ])('close registration %s', (_, closesDay, closesTime, closes) => {
    expect(timesOf(stored({ closesDay, closesTime }))?.closes).toBe(closes);
  });
});
