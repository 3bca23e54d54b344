import type { Core } from '@strapi/strapi';
import { withFields } from '#src/log/log-format';
import { describeError } from '#src/text/describe-error';
import { readJobRuns } from './job-runs';
import { type Job, runJob } from './jobs';
import { missedJobs } from './late-jobs';

/** How long after a start jobs are caught up, so that readers come first, and how often afterwards, in milliseconds. */
const firstAfterMs = 5_000;
const everyMs = 3_600_000;

const catchUp = async (strapi: Core.Strapi, jobs: readonly Job[]): Promise<void> => {
  for (const job of missedJobs(jobs, await readJobRuns(strapi), Date.now())) {
    strapi.log.info('A job that was missed is caught up.', withFields({ job: job.name }));
    await runJob(strapi, job);
  }
};

/**
 * Runs the jobs that were missed while no CMS was running, one after the other, and once an hour those that have failed
 * since; returns what ends that. Does nothing in a CMS without scheduled jobs, such as that of a command.
 */
export const startCatchingUp = (strapi: Core.Strapi, jobs: readonly Job[]): (() => void) => {
  if (strapi.config.get('server.cron.enabled') !== true) return () => undefined;
  const run = (): void => {
    catchUp(strapi, jobs).catch((error: unknown) => {
      strapi.log.error('Jobs could not be caught up.', withFields({ error: describeError(error) }));
    });
  };
  const first = setTimeout(run, firstAfterMs);
  const timer = setInterval(run, everyMs);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
};
