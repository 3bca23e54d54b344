import { Cron } from 'croner';
import type { JobRunRow } from './job-runs';
import { type Job, jobTimeZone } from './jobs';

/** How long after its time a job may still be running, or waiting for another process, in milliseconds. */
const graceMs = 15 * 60_000;

const lastTimeBefore = (schedule: string, moment: number): number | null =>
  new Cron(schedule, { timezone: jobTimeZone, paused: true }).previousRuns(1, new Date(moment))[0]?.getTime() ?? null;

export interface LateJob {
  name: string;
  /** When it last succeeded, in milliseconds since 1970; null if it never did. */
  succeededAt: number | null;
  error: string | null;
}

/**
 * Returns the jobs that have not succeeded since they were last due, a quarter of an hour of grace included. What was
 * due while no CMS was running does not count.
 *
 * @param runningSince when this process started, in milliseconds since 1970, as `now`
 */
export const lateJobs = (
  jobs: readonly Pick<Job, 'name' | 'schedule'>[],
  runs: readonly JobRunRow[],
  { runningSince, now }: { runningSince: number; now: number },
): LateJob[] => {
  const byName = new Map(runs.map((run) => [run.job, run]));
  return jobs.flatMap(({ name, schedule }) => {
    const run = byName.get(name);
    const due = lastTimeBefore(schedule, now - graceMs);
    const succeededAt = (run?.succeeded_at ?? null) === null ? null : Number(run?.succeeded_at);
    const since = Math.max(runningSince, Number(run?.known_since ?? now), succeededAt ?? 0);
    return due !== null && due > since ? [{ name, succeededAt, error: run?.error ?? null }] : [];
  });
};
