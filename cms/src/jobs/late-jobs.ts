import { Cron } from 'croner';
import type { JobRunRow } from './job-runs';
import { type Job, jobTimeZone } from './jobs';

/** How long after its time a job may still be running, or waiting for another process, in milliseconds. */
const graceMs = 15 * 60_000;
const hourMs = 3_600_000;

type Scheduled = Pick<Job, 'name' | 'schedule' | 'catchUpHours'>;

const lastTimeBefore = (schedule: string, moment: number): number | null =>
  new Cron(schedule, { timezone: jobTimeZone, paused: true }).previousRuns(1, new Date(moment))[0]?.getTime() ?? null;

const succeededAtOf = (run: JobRunRow | undefined): number | null =>
  (run?.succeeded_at ?? null) === null ? null : Number(run?.succeeded_at);

/**
 * A time in the future was written while the clock was wrong. It says nothing, and would hide what is due for years.
 */
const unlessAhead = (time: number, now: number): number => (time > now ? 0 : time);

/** When a job was last due before a moment, if it has not succeeded since; null if it has, or was not known then. */
const unmetTime = ({ schedule }: Scheduled, run: JobRunRow | undefined, moment: number, now: number): number | null => {
  const due = lastTimeBefore(schedule, moment);
  const since = Math.max(unlessAhead(Number(run?.known_since ?? now), now), unlessAhead(succeededAtOf(run) ?? 0, now));
  return due !== null && due > since ? due : null;
};

const byName = (runs: readonly JobRunRow[]) => new Map(runs.map((run) => [run.job, run]));

/**
 * Returns the jobs whose last time has passed without a success, because no CMS was running or because they failed, and
 * that are still worth doing.
 * @param now in milliseconds since 1970
 */
export const missedJobs = <J extends Scheduled>(jobs: readonly J[], runs: readonly JobRunRow[], now: number): J[] => {
  const known = byName(runs);
  return jobs.filter((job) => {
    const due = unmetTime(job, known.get(job.name), now, now);
    return due !== null && now - due <= job.catchUpHours * hourMs;
  });
};

export interface LateJob {
  name: string;
  /** When it last succeeded, in milliseconds since 1970; null if it never did. */
  succeededAt: number | null;
  error: string | null;
}

/**
 * Returns the jobs that have not succeeded since they were last due, a quarter of an hour of grace included. What was
 * due while no CMS was running counts if it is to be caught up.
 *
 * @param runningSince when this process started, in milliseconds since 1970, as `now`
 */
export const lateJobs = (
  jobs: readonly Scheduled[],
  runs: readonly JobRunRow[],
  { runningSince, now }: { runningSince: number; now: number },
): LateJob[] => {
  const known = byName(runs);
  const hadTime = now - runningSince > graceMs;
  return jobs.flatMap((job) => {
    const run = known.get(job.name);
    const due = unmetTime(job, run, now - graceMs, now);
    const isLate = due !== null && (due > runningSince || (hadTime && now - due <= job.catchUpHours * hourMs));
    return isLate ? [{ name: job.name, succeededAt: succeededAtOf(run), error: run?.error ?? null }] : [];
  });
};
