import { describe, expect, it } from 'vitest';
import { credentialWords, currentCredentials } from './credentials.js';

const held = (renewsOn: string | null) => ({ renewsOn });
const at = (instant: string, timeZone: string, ...days: (string | null)[]) =>
  currentCredentials(days.map(held), timeZone, Date.parse(instant));

describe('credentials that may be shown', () => {
  it('are those whose day of renewal has not passed where the counsellor works', () => {
    const days = ['2027-03-30', '2027-03-31', null];
    // Midnight in summer time: an hour earlier in UTC.
    expect(at('2027-03-31T22:59:59Z', 'Europe/London', ...days)).toEqual({
      current: [held('2027-03-31'), held(null)],
      changesAt: '2027-03-31T23:00:00.000Z',
    });
    expect(at('2027-03-31T23:00:00Z', 'Europe/London', ...days)).toEqual({ current: [held(null)], changesAt: null });
  });

  it.each([
    // The clocks change on the day itself, or on the next.
    ['Europe/London', '2027-03-27', '2027-03-28T00:00:00.000Z'],
    ['Europe/London', '2027-03-28', '2027-03-28T23:00:00.000Z'],
    ['Europe/London', '2027-10-30', '2027-10-30T23:00:00.000Z'],
    ['Europe/London', '2027-10-31', '2027-11-01T00:00:00.000Z'],
    ['Pacific/Auckland', '2027-09-25', '2027-09-25T12:00:00.000Z'],
    ['Pacific/Auckland', '2027-09-26', '2027-09-26T11:00:00.000Z'],
    ['America/New_York', '2027-11-06', '2027-11-07T04:00:00.000Z'],
  ])('change in %s at the end of %s', (timeZone, day, changesAt) => {
    const at0 = Date.parse(changesAt);
    expect(currentCredentials([held(day)], timeZone, at0 - 1)).toEqual({ current: [held(day)], changesAt });
    expect(currentCredentials([held(day)], timeZone, at0)).toEqual({ current: [], changesAt: null });
  });

  it('change at the first of their ends', () => {
    expect(at('2027-01-01T00:00:00Z', 'Etc/UTC', '2027-05-01', '2027-02-01', null).changesAt).toBe(
      '2027-02-02T00:00:00.000Z',
    );
  });
});

describe('credentialWords', () => {
  it('names what, who and which number, as far as they are known', () => {
    const title = 'Registered member MBACP';
    expect(credentialWords({ title, body: 'BACP', number: '000000' })).toBe(
      'Registered member MBACP, BACP, no. 000000',
    );
    expect(credentialWords({ title, body: null, number: null })).toBe('Registered member MBACP');
  });
});
