import type { Core } from '@strapi/strapi';
import { withFields } from '#src/log/log-format';
import { describeError } from '#src/text/describe-error';
import { claimRun, extendClaim, leaseMs, recordRun } from './job-runs';

/** A scheduled job. One process at a time runs it, but it may be killed half-way, so it must be safe to run twice. */
export interface Job {
  readonly name: string;
  /** A cron expression in UK time. */
  readonly schedule: string;
  /**
   * For how many hours after its time a run that was missed, because no CMS was running or it failed, is still worth
   * doing. 0 for a job that runs every few minutes: its next run does what was missed.
   */
  readonly catchUpHours: number;
  readonly run: (strapi: Core.Strapi, now: Date) => Promise<unknown>;
}

export const jobTimeZone = 'Europe/London';

/** Keeps the claim on a job while it runs; returns the function that stops that. */
const keepClaim = (strapi: Core.Strapi, job: string): (() => void) => {
  const timer = setInterval(() => {
    // The claim is only lost for the time of the problem: the job itself is safe to run twice.
    extendClaim(strapi, job, Date.now()).catch(() => undefined);
  }, leaseMs / 4);
  return () => {
    clearInterval(timer);
  };
};

/**
 * Runs a job unless another process is running it, and records when and how it ended. A failure is logged without the
 * error's message, which may hold personal data; the next run does what this one did not.
 */
export const runJob = async (strapi: Core.Strapi, { name, run }: Job): Promise<void> => {
  const log = (error: unknown): void => {
    strapi.log.error('A job failed.', withFields({ job: name, error: describeError(error) }));
  };
  const claimed = await claimRun(strapi, name, Date.now()).catch(log);
  if (claimed !== true) return;
  const release = keepClaim(strapi, name);
  try {
    await run(strapi, new Date());
    await recordRun(strapi, name, { finishedAt: Date.now(), error: null });
  } catch (error) {
    log(error);
    await recordRun(strapi, name, { finishedAt: Date.now(), error: describeError(error) }).catch(log);
  } finally {
    release();
  }
};

/** Returns jobs as Strapi's cron service expects them. */
export const cronTasks = (jobs: readonly Job[]) =>
  Object.fromEntries(
    jobs.map((job) => [
      job.name,
      {
        task: ({ strapi }: { strapi: Core.Strapi }): Promise<void> => runJob(strapi, job),
        options: { rule: job.schedule, tz: jobTimeZone },
      },
    ]),
  );
