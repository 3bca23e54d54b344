import { describe, expect, it } from 'vitest';
import type { JobRunRow } from './job-runs';
import { lateJobs, missedJobs } from './late-jobs';

const at = (iso: string): number => Date.parse(iso);
const retention = { name: 'retention', schedule: '17 3 * * *', catchUpHours: 24 };
const row = (changes: Partial<JobRunRow> = {}): JobRunRow => ({
  job: 'retention',
  known_since: at('2026-11-01T00:00:00Z'),
  started_at: null,
  finished_at: null,
  succeeded_at: null,
  error: null,
  leased_by: null,
  lease_until: null,
  ...changes,
});
const runningSince = at('2026-11-20T00:00:00Z');
const lateAt = (iso: string, run: JobRunRow, since = runningSince) =>
  lateJobs([retention], [run], { runningSince: since, now: at(iso) }).map(({ name }) => name);

describe('lateJobs', () => {
  it('finds a job that has not succeeded since it was due', () => {
    const failed = row({ succeeded_at: at('2026-11-25T03:17:02Z'), error: 'Error SQLITE_FULL' });
    expect(lateAt('2026-11-26T03:40:00Z', failed)).toEqual(['retention']);
    expect(lateJobs([retention], [failed], { runningSince, now: at('2026-11-26T03:40:00Z') })[0]).toMatchObject({
      succeededAt: at('2026-11-25T03:17:02Z'),
      error: 'Error SQLITE_FULL',
    });
  });

  it('takes no success for one that is still to come, because the clock was wrong then', () => {
    const ahead = { succeeded_at: at('2028-01-01T03:17:02Z') };
    expect(lateAt('2026-11-26T03:40:00Z', row(ahead))).toEqual(['retention']);
    expect(lateAt('2026-11-26T03:40:00Z', row({ ...ahead, known_since: at('2028-01-01T00:00:00Z') }))).toEqual([
      'retention',
    ]);
    expect(missedJobs([retention], [row(ahead)], at('2026-11-26T09:00:00Z'))).toEqual([retention]);
  });

  it('leaves out one that succeeded, that is not due yet, or that is still running', () => {
    const done = row({ succeeded_at: String(at('2026-11-25T03:17:02Z')) });
    expect(lateAt('2026-11-25T23:00:00Z', done)).toEqual([]);
    expect(lateAt('2026-11-26T03:30:00Z', done)).toEqual([]);
  });

  it('counts from when the process started and the job was known', () => {
    expect(lateAt('2026-11-26T04:10:00Z', row(), at('2026-11-26T04:00:00Z'))).toEqual([]);
    expect(lateAt('2026-11-26T04:16:00Z', row(), at('2026-11-26T04:00:00Z'))).toEqual(['retention']);
    expect(lateAt('2026-11-26T12:00:00Z', row({ known_since: at('2026-11-26T04:00:00Z') }))).toEqual([]);
    expect(lateAt('2026-11-26T12:00:00Z', row())).toEqual(['retention']);
  });

  it('leaves out what was due while nothing ran and is not caught up', () => {
    const seats = { name: 'retention', schedule: '17 3 * * *', catchUpHours: 0 };
    const times = { runningSince: at('2026-11-26T04:00:00Z'), now: at('2026-11-26T12:00:00Z') };
    expect(lateJobs([seats], [row()], times)).toEqual([]);
  });

  it('reads schedules in UK time, in summer too', () => {
    const summer = row({ succeeded_at: at('2026-07-09T02:17:01Z') });
    const since = at('2026-07-01T00:00:00Z');
    expect(lateAt('2026-07-10T02:30:00Z', { ...summer, known_since: since }, since)).toEqual([]);
    expect(lateAt('2026-07-10T02:40:00Z', { ...summer, known_since: since }, since)).toEqual(['retention']);
  });
});

describe('missedJobs', () => {
  const digest = { name: 'digest', schedule: '0 8-10 * * *', catchUpHours: 8 };
  const often = { name: 'seats', schedule: '* * * * *', catchUpHours: 0 };
  const missedAt = (iso: string, runs: readonly JobRunRow[]): string[] =>
    missedJobs([retention, digest, often], runs, at(iso)).map(({ name }) => name);
  const never = ['retention', 'digest', 'seats'].map((job) => row({ job }));

  it('finds what was due while nothing ran, and what has failed', () => {
    expect(missedAt('2026-11-26T12:00:30Z', never)).toEqual(['retention', 'digest']);
    const failed = row({ succeeded_at: at('2026-11-25T03:17:02Z'), finished_at: at('2026-11-26T03:17:02Z') });
    expect(missedAt('2026-11-26T03:18:00Z', [failed])).toEqual(['retention']);
  });

  it('leaves out what has succeeded, what came before the installation, and what is too late', () => {
    const done = row({ succeeded_at: at('2026-11-26T03:17:02Z') });
    expect(missedAt('2026-11-26T12:00:30Z', [done])).toEqual([]);
    expect(missedAt('2026-11-26T12:00:30Z', [row({ known_since: at('2026-11-26T11:00:00Z') })])).toEqual([]);
    expect(missedAt('2026-11-26T19:00:30Z', never)).toEqual(['retention']);
  });
});
