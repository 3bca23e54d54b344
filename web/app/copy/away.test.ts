import type { Away, Practice } from 'shared';
import { describe, expect, it } from 'vitest';
import { awayMessages } from './away';

const until = '2026-12-06T09:00:00.000Z';
const practice = (away: Away | null, timeZone: Practice['timeZone'] = 'Europe/London') => ({
  away,
  counsellor: 'Nora Ashby',
  timeZone,
});
const before = Date.parse('2026-11-26T10:00:00.000Z');

describe('awayMessages', () => {
  it('says until when, in her own words or ours', () => {
    expect(awayMessages(practice({ until, message: null }), before)).toEqual([
      'Nora Ashby is away until 6 December.',
      'Comments open again on 6 December.',
    ]);
    expect(awayMessages(practice({ until, message: 'I am by the sea.' }), before)).toEqual([
      'I am by the sea.',
      'Comments open again on 6 December.',
    ]);
  });
  it('names the day where the counsellor works', () => {
    const late = { until: '2026-12-06T09:00:00.000Z', message: null };
    expect(awayMessages(practice(late, 'America/Los_Angeles'), before)[1]).toBe('Comments open again on 6 December.');
    const midnight = { until: '2026-12-06T00:30:00.000Z', message: null };
    expect(awayMessages(practice(midnight, 'America/New_York'), before)).toEqual([
      'Nora Ashby is away until 5 December.',
      'Comments open again on 5 December.',
    ]);
  });
  it('ends her message, so that the next sentence can follow', () => {
    const said = (message: string) => awayMessages(practice({ until, message }), before)[0];
    expect(['I am resting', 'Back soon!', 'It’s “quiet.”', 'Who knows …', 'At sea (Skye) '].map(said)).toEqual([
      'I am resting.',
      'Back soon!',
      'It’s “quiet.”',
      'Who knows …',
      'At sea (Skye).',
    ]);
  });
  it('names the year unless it is this one', () => {
    const later = { until: '2027-12-06T09:00:00.000Z', message: null };
    expect(awayMessages(practice(later), before)).toEqual([
      'Nora Ashby is away until 6 December 2027.',
      'Comments open again on 6 December 2027.',
    ]);
  });
  it('says nothing when she is here', () => {
    expect(awayMessages(practice(null), before)).toEqual([]);
    expect(awayMessages(practice({ until, message: null }), Date.parse(until))).toEqual([]);
  });
});
