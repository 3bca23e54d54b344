import { describe, expect, it } from 'vitest';
import { localTime, localTimes } from './local-time';

describe('the reader’s local time', () => {
  it.each([
    ['2026-06-13T10:00:00+01:00', 'Europe/London', 'Europe/Paris', '11am'],
    ['2026-06-13T10:30:00+01:00', 'Europe/London', 'America/New_York', '5:30am'],
    ['2026-06-13T18:00:00+01:00', 'Europe/London', 'Australia/Sydney', 'Sunday 3am'],
    ['2026-06-13T12:00:00+01:00', 'Europe/London', 'UTC', '11am'],
    ['2026-06-13T12:00:00+01:00', 'Europe/London', 'America/Los_Angeles', '4am'],
    ['2026-06-13T17:00:00+01:00', 'Europe/London', 'America/New_York', 'midday'],
    ['2026-06-13T05:00:00+01:00', 'Europe/London', 'America/New_York', 'midnight'],
    ['2026-06-13T10:00:00+01:00', 'Europe/London', 'Europe/Dublin', ''],
    ['2026-12-12T10:00:00+00:00', 'Europe/London', 'UTC', ''],
    ['2026-06-13T10:00:00+01:00', 'Europe/London', 'Europe/London', ''],
  ])('shows %s in %s to a reader in %s as "%s"', (instant, zone, own, says) => {
    expect(localTime(instant, zone, own)).toBe(says);
  });

  it.each([
    ['2026-06-13T10:00:00+01:00', '2026-06-13T13:00:00+01:00', 'America/New_York', '5am to 8am'],
    ['2026-06-13T18:00:00+01:00', '2026-06-13T20:00:00+01:00', 'Australia/Sydney', 'Sunday 3am to 5am'],
    ['2026-06-13T14:00:00+01:00', '2026-06-13T17:00:00+01:00', 'Pacific/Auckland', 'Sunday 1am to 4am'],
    ['2026-06-13T12:30:00+01:00', '2026-06-13T15:30:00+01:00', 'Pacific/Auckland', '11:30pm to Sunday 2:30am'],
    ['2026-06-13T10:00:00+01:00', null, 'Europe/Paris', '11am'],
    ['2026-06-13T10:00:00+01:00', '2026-06-13T13:00:00+01:00', 'Europe/Dublin', ''],
  ])('shows %s to %s in London to a reader in %s as "%s"', (starts, ends, own, says) => {
    expect(localTimes(starts, ends, 'Europe/London', own)).toBe(says);
  });
});
