import { afterEach, describe, expect, it, vi } from 'vitest';
import { dayAfter, dayAt, daysBetween, endOfDay, instantAt, startOfDay } from './wall-clock';

describe('the clock on the wall', () => {
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

  it('has no instant for a time that is skipped, and the first for one that comes twice', () => {
    expect(instantAt({ day: '2026-03-29', time: '01:30' }, 'Europe/London')).toBeNull();
    expect(instantAt({ day: '2026-10-25', time: '01:30' }, 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('knows its own days', () => {
    expect(dayAt('2026-12-31T23:30:00.000Z', 'Pacific/Auckland')).toBe('2027-01-01');
    expect(dayAfter('2026-02-27', 2)).toBe('2026-03-01');
    expect(daysBetween('2026-03-28', '2026-04-04')).toBe(7);
  });
});
