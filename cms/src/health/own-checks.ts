import { statfs } from 'node:fs/promises';
import { freeSpaceFinding } from 'shared';
import { readJobRuns } from '#src/jobs/job-runs';
import type { Job } from '#src/jobs/jobs';
import { lateJobs } from '#src/jobs/late-jobs';
import { changedSecretMessage } from '#src/security/secret-fingerprints';
import { settingsOf } from '#src/settings';
import type { ReadinessCheck } from './readiness';

export const freeSpaceCheck: ReadinessCheck = {
  name: 'free space',
  run: async (strapi) => {
    const { dataDir, minFreeBytes } = settingsOf(strapi);
    const { bavail, bsize } = await statfs(dataDir);
    return freeSpaceFinding(bavail * bsize, minFreeBytes);
  },
};

/** @param runningSince when this process started, in milliseconds since 1970 */
export const createJobsCheck = (jobs: readonly Job[], runningSince: number): ReadinessCheck => ({
  name: 'jobs',
  run: async (strapi, now) => {
    const runs = await readJobRuns(strapi);
    const late = lateJobs(jobs, runs, { runningSince, now: now.getTime() });
    if (late.length === 0) return { status: 'ok', message: `All ${jobs.length} jobs have run when they were due.` };
    const listed = late.map(({ name, succeededAt, error }) => {
      const last = succeededAt === null ? 'never' : new Date(succeededAt).toISOString();
      return `${name} (last success: ${last}${error === null ? '' : `; last error: ${error}`})`;
    });
    return { status: 'failed', message: `These jobs are overdue: ${listed.join(', ')}. See the log.` };
  },
});

/** @param changed what `compareSecrets` found at the start */
export const createSecretsCheck = (changed: readonly Parameters<typeof changedSecretMessage>[0][]): ReadinessCheck => ({
  name: 'secrets',
  run: async () =>
    changed.length === 0
      ? { status: 'ok', message: 'The secrets are those of the first start.' }
      : { status: 'failed', message: changed.map(changedSecretMessage).join(' ') },
});
