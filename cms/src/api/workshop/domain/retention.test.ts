import { describe, expect, it } from 'vitest';
import { retentionDay } from './retention';

const ends = '2026-06-13T12:00:00.000Z';
const announced = JSON.stringify({
  sessions: [{ ends: '2026-03-01T12:00:00.000Z' }, { ends }],
  timeZone: 'Europe/London',
});
const moved = (at: string) =>
  JSON.stringify([
    { kind: 'moved', at, from: ends },
    { kind: 'place', at: '2026-12-01T00:00:00.000Z', from: ends },
  ]);
const otherwise = { times: { ends: '2020-01-01T10:00:00.000Z' }, timeZone: 'Pacific/Auckland' };

describe('retentionDay', () => {
  it('counts from the end that participants were last told, in its time zone', () => {
    expect(retentionDay({ announced, changes: null }, otherwise, 90)).toBe('2026-09-11');
    expect(retentionDay({ announced: null, changes: null }, otherwise, 1)).toBe('2020-01-02');
  });
  it('is never within two weeks of a change of the dates', () => {
    expect(retentionDay({ announced, changes: moved('2026-06-13T08:00:00.000Z') }, otherwise, 1)).toBe('2026-06-27');
    expect(retentionDay({ announced, changes: moved('2026-06-13T23:30:00.000Z') }, otherwise, 1)).toBe('2026-06-28');
    expect(retentionDay({ announced, changes: moved('2026-06-01T08:00:00.000Z') }, otherwise, 90)).toBe('2026-09-11');
  });
});
